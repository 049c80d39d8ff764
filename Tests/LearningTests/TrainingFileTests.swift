import Autodiff
import Foundation
import Numerics
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
    let view = TrainingRecord.ModelSnapshot(
      model: 1, values: [1, 2, 3], average: [4, 5, 6], averageDecay: 0.5, gradients: [0, .nan, -0],
      moments: [[1, 1, 1], [2, 2, 2]])
    let plain = TrainingRecord.ModelSnapshot(model: 0, values: [7, 8, 9])
    let record = TrainingRecord(
      start: 3, losses: [0.5, 0, .infinity, 1],
      snapshots: [
        .init(step: 0, random: RandomGenerator(seed: 4), models: []),
        .init(step: 1, random: RandomGenerator(seed: 5), models: [view, plain]),
      ], state: state)
    return TrainingFile(
      identity: ["key", "7", "β=4.0", ""], records: [nil, record, TrainingRecord(numbers: [1, .pi, -.infinity])])
  }()

  @Test func whatIsWrittenIsRead() throws {
    let read = try TrainingFile(bytes: Self.file.bytes)
    #expect(read.identity == Self.file.identity)
    #expect(read.bytes == Self.file.bytes)
    #expect(read.records.map { $0 == nil } == [true, false, false])
    #expect(read.records[1]?.snapshots[1].models[1].values == [7, 8, 9])
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
    ] as [(inout TrainingRecord.ModelSnapshot) -> Void] {
      var record = Self.file.records[1]
      if var view = record?.snapshots[1].models[0] {
        change(&view)
        record?.snapshots[1].models[0] = view
      }
      let file = TrainingFile(identity: [], records: [record])
      #expect(throws: CheckpointError.self) { try TrainingFile(bytes: file.bytes) }
    }
  }

  /// What would take more room in memory than there is is refused at its count, before it is read.
  @Test func moreThanThereIsRoomForIsRefused() throws {
    let room = TrainingFile.Room()
    let none = [TrainingRecord?](repeating: nil, count: room.trainings)
    #expect(TrainingFile(identity: [], records: none).isKeepable)
    #expect(try TrainingFile(bytes: TrainingFile(identity: [], records: none).bytes).records.count == room.trainings)
    try expectRefused(TrainingFile(identity: [], records: none + [nil]))

    let random = RandomGenerator(seed: 1)
    let stop = TrainingRecord.Snapshot(step: 0, random: random, models: [])
    func stops(_ count: Int) -> TrainingRecord { TrainingRecord(snapshots: Array(repeating: stop, count: count)) }
    // Of all trainings together.
    let half = stops(room.snapshots / 2)
    #expect(try TrainingFile(bytes: TrainingFile(identity: [], records: [half, half]).bytes).records.count == 2)
    try expectRefused(TrainingFile(identity: [], records: [half, half, stops(1)]))

    let empty = Checkpoint(of: Parameters(seed: 1))
    func views(_ count: Int) -> TrainingRecord {
      let view = TrainingRecord.ModelSnapshot(model: 0, values: [])
      let stop = TrainingRecord.Snapshot(step: 0, random: random, models: Array(repeating: view, count: count))
      return TrainingRecord(snapshots: [stop], state: [empty])
    }
    #expect(
      try TrainingFile(bytes: TrainingFile(identity: [], records: [views(room.modelSnapshots)]).bytes).records.count
        == 1)
    try expectRefused(TrainingFile(identity: [], records: [views(room.modelSnapshots), views(1)]))

    func models(_ count: Int) -> TrainingRecord { TrainingRecord(state: Array(repeating: empty, count: count)) }
    #expect(
      try TrainingFile(bytes: TrainingFile(identity: [], records: [models(room.models)]).bytes).records.count == 1)
    try expectRefused(TrainingFile(identity: [], records: [models(room.models), models(1)]))

    func entries(_ count: Int) -> TrainingRecord {
      let entry = Checkpoint.Entry(name: "", axes: [1])
      let values = [Float](repeating: 0, count: count)
      let checkpoint = Checkpoint(
        entries: Array(repeating: entry, count: count), buffers: [values, values, values], averageDecay: 0, updates: 0,
        generators: [])
      return TrainingRecord(state: [checkpoint])
    }
    #expect(
      try TrainingFile(bytes: TrainingFile(identity: [], records: [entries(room.entries)]).bytes).records.count == 1)
    try expectRefused(TrainingFile(identity: [], records: [entries(room.entries), entries(1)]))
  }

  private func expectRefused(_ file: TrainingFile, sourceLocation: SourceLocation = #_sourceLocation) throws {
    #expect(!file.isKeepable, sourceLocation: sourceLocation)
    #expect {
      try TrainingFile(bytes: file.bytes)
    } throws: { error in
      if case .malformed? = error as? CheckpointError { true } else { false }
    }
  }

  @Test func anIdentityOfManyWordsIsRefused() throws {
    let words = [String](repeating: "", count: 16)
    #expect(try TrainingFile(bytes: TrainingFile(identity: words, records: []).bytes).identity == words)
    #expect(throws: CheckpointError.self) {
      try TrainingFile(bytes: TrainingFile(identity: words + [""], records: []).bytes)
    }
  }

  /// No more of a file is read than one may have.
  @Test func aFileThatIsTooLargeIsRefused() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "learn-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "trainings")
    try Data(Self.file.bytes).write(to: file)
    #expect(try TrainingFile(contentsOf: file.path).identity == Self.file.identity)
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: UInt64(TrainingFile.maximumBytes))
    #expect(throws: CheckpointError.damaged) { try TrainingFile(contentsOf: file.path) }
    try handle.truncate(atOffset: UInt64(TrainingFile.maximumBytes) + 1)
    #expect(throws: CheckpointError.cannotRead(path: file.path, reason: "it has more than 60 MiB")) {
      try TrainingFile(contentsOf: file.path)
    }
  }
}
