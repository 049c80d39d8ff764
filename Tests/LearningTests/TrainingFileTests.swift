import Autodiff
import Randomness
import Testing

@testable import Learning

@Suite struct TrainingFileTests {
  /// Trainings of every kind: not kept, with looks at two models, of tables.
  private static let file: TrainingFile = {
    var state: [Checkpoint] = []
    for seed in 0..<2 as Range<UInt64> {
      let θ = Parameters(seed: seed)
      _ = Dense(2, 1, in: θ)
      state.append(Checkpoint(of: θ, generators: seed == 0 ? [RandomGenerator(seed: 9)] : []))
    }
    let view = TrainingRecord.View(
      model: 1, values: [1, 2, 3], average: [4, 5, 6], averageDecay: 0.5, gradients: [0, .nan, -0],
      moments: [[1, 1, 1], [2, 2, 2]])
    let plain = TrainingRecord.View(model: 0, values: [7, 8, 9])
    let record = TrainingRecord(
      start: 3, losses: [0.5, 0, .infinity, 1],
      stops: [
        .init(step: 0, random: RandomGenerator(seed: 4), views: []),
        .init(step: 1, random: RandomGenerator(seed: 5), views: [view, plain]),
      ], state: state)
    return TrainingFile(
      identity: ["key", "7", "β=4.0", ""], records: [nil, record, TrainingRecord(numbers: [1, .pi, -.infinity])])
  }()

  @Test func whatIsWrittenIsRead() throws {
    let read = try TrainingFile(bytes: Self.file.bytes)
    #expect(read.identity == Self.file.identity)
    #expect(read.bytes == Self.file.bytes)
    #expect(read.records.map { $0 == nil } == [true, false, false])
    #expect(read.records[1]?.stops[1].views[1].values == [7, 8, 9])
    #expect(read.records[2] == Self.file.records[2])
  }

  @Test func everyDamageIsRefused() {
    let bytes = Self.file.bytes
    for position in bytes.indices {
      for bit in [0x01, 0x80] as [UInt8] {
        var damaged = bytes
        damaged[position] ^= bit
        #expect(throws: CheckpointError.self, "byte \(position)") { try TrainingFile(bytes: damaged) }
      }
    }
    for count in 0..<bytes.count {
      #expect(throws: CheckpointError.self, "\(count) bytes") { try TrainingFile(bytes: Array(bytes[..<count])) }
    }
    #expect(throws: CheckpointError.damaged) { try TrainingFile(bytes: bytes + [0]) }
    #expect(throws: CheckpointError.notACheckpoint) {
      try TrainingFile(bytes: Array("LEARN-CP and no training".utf8))
    }
  }

  /// What a model cannot have is refused before it could be copied over one.
  @Test func aViewOfAnotherSizeIsRefused() {
    for change in [
      { $0.values = [1] }, { $0.average = [1] }, { $0.gradients = [1, 2] }, { $0.moments = [[1, 2, 3]] },
      { $0.moments = [[1], [2]] }, { $0.model = 2 }, { $0.averageDecay = 1 },
    ] as [(inout TrainingRecord.View) -> Void] {
      var record = Self.file.records[1]
      if var view = record?.stops[1].views[0] {
        change(&view)
        record?.stops[1].views[0] = view
      }
      let file = TrainingFile(identity: [], records: [record])
      #expect(throws: CheckpointError.self) { try TrainingFile(bytes: file.bytes) }
    }
  }
}
