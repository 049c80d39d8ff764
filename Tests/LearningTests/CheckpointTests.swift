import Autodiff
import Learning
import Numerics
import Testing

@Suite struct CheckpointTests {
  /// A small regression with everything that a checkpoint must keep: moments, an average, noise, batches.
  final class Run {
    let θ: Parameters
    let network: MLP
    let tape = Tape(seed: 5)
    let trainer: Trainer<AdamW>
    var batches: Batches

    init(seed: UInt64 = 3, hidden: Int = 7, name: String = "network", skipping: Int = 0) {
      θ = Parameters(seed: seed)
      network = MLP([2, hidden, 1], .silu, named: name, in: θ)
      trainer = Trainer(θ, AdamW(learningRate: .linear(from: 0.01, steps: 40)), tape: tape, gradientLimit: 1)
      batches = Batches(of: 20, size: 6, seed: 9, skipping: skipping)
      if skipping == 0 { θ.keepAverage(decay: 0.9) }
    }

    func train(_ steps: Int) {
      for _ in 0..<steps {
        let rows = batches.next()
        trainer.minimize { tape in
          let x = tape.constant(rows.flatMap { [Float($0) / 20, 1] }, [6, 2])
          return mean(square(network(x + 0.1 * tape.normal([6, 2])) - 1))
        }
      }
    }

    var bits: [Digest] { [θ.digest, θ.withAverage { θ.digest }] }
  }

  @Test func goesOnToTheSameBits() throws {
    let whole = Run()
    whole.train(40)
    let first = Run()
    first.train(17)
    let bytes = Checkpoint(of: first.θ, generators: [first.tape.random]).bytes

    let checkpoint = try Checkpoint(bytes: bytes)
    #expect(checkpoint == Checkpoint(of: first.θ, generators: [first.tape.random]))
    let second = Run(seed: 77, skipping: checkpoint.updates)
    try checkpoint.restore(to: second.θ)
    second.tape.random = checkpoint.generators[0]
    #expect(second.bits == first.bits)
    second.train(23)
    #expect(second.bits == whole.bits)
    #expect(second.θ.updates == 40)
  }

  @Test func everyDamageIsRefused() throws {
    let run = Run()
    run.train(2)
    let bytes = Checkpoint(of: run.θ, generators: [run.tape.random]).bytes
    for position in bytes.indices {
      var damaged = bytes
      damaged[position] ^= 0x10
      #expect(throws: CheckpointError.self, "byte \(position)") { try Checkpoint(bytes: damaged) }
    }
    for count in 0..<bytes.count {
      #expect(throws: CheckpointError.self, "\(count) bytes") { try Checkpoint(bytes: Array(bytes[..<count])) }
    }
    #expect(throws: CheckpointError.damaged) { try Checkpoint(bytes: bytes + [0]) }
    #expect(throws: CheckpointError.notACheckpoint) { try Checkpoint(bytes: Array("PK and more".utf8)) }
    #expect(throws: CheckpointError.cutShort(byte: bytes.count - 1)) { try Checkpoint(bytes: bytes.dropLast()) }
    var newer = bytes
    newer[8] = 2
    #expect(throws: CheckpointError.version(2)) { try Checkpoint(bytes: newer) }
  }

  @Test func aForeignModelIsRefusedAndLeftAlone() throws {
    let checkpoint = Checkpoint(of: Run().θ)
    let wider = Run(hidden: 8)
    let before = wider.bits
    #expect(throws: CheckpointError.shape(name: "network 1 weight", found: [2, 7], expected: [2, 8])) {
      try checkpoint.restore(to: wider.θ)
    }
    #expect(wider.bits == before)
    #expect(
      throws: CheckpointError.name(index: 0, found: "network 1 weight", expected: "decoder 1 weight")
    ) { try checkpoint.restore(to: Run(name: "decoder").θ) }
    let other = Parameters(seed: 1)
    _ = Dense(2, 2, in: other)
    #expect(throws: CheckpointError.parameterCount(found: 4, expected: 2)) { try checkpoint.restore(to: other) }
  }

  @Test func parametersHaveNamesOfTheirOwn() {
    let θ = Parameters(seed: 1)
    _ = MLP([3, 2, 1], .relu, named: "encoder", in: θ)
    _ = Dense(3, 1, named: "mean", in: θ)
    _ = Dense(3, 1, named: "mean", in: θ)
    #expect(
      θ.names == [
        "encoder 1 weight", "encoder 1 bias", "encoder 2 weight", "encoder 2 bias", "mean weight", "mean bias",
        "mean (2) weight", "mean (2) bias",
      ])
  }
}
