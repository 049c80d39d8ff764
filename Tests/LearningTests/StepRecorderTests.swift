import Autodiff
import Numerics
import Testing

@testable import Learning

@Suite struct StepRecorderTests {
  /// Everything that a cell may read in `onStep`, or that changes a model by what it has read.
  private static let accesses: [(name: String, access: @Sendable (Parameters, Dense) -> [Float])] = [
    ("values", { θ, _ in θ.values }),
    ("gradients", { θ, _ in θ.gradients }),
    ("gradientNorm", { θ, _ in [θ.gradientNorm] }),
    ("digest", { θ, _ in [Float(θ.digest.value >> 40)] }),
    ("withAverage", { θ, _ in θ.withAverage { θ.values } }),
    (
      "keepAverage",
      { θ, _ in
        θ.keepAverage(decay: 0.25)
        return θ.withAverage { θ.values }
      }
    ),
    ("on(tape)", { _, layer in layer(Tape(seed: 1).normal([1, 2])).array }),
    ("checkpoint", { θ, _ in Checkpoint(of: θ).buffers.flatMap { $0 } }),
    ("SGD", { θ, _ in stepped(θ, SGD(learningRate: 0.1, momentum: 0.5)) }),
    ("Adam", { θ, _ in stepped(θ, Adam(learningRate: 0.1)) }),
    ("AdamW", { θ, _ in stepped(θ, AdamW(learningRate: 0.1)) }),
    (
      "Trainer",
      { θ, layer in
        let trainer = Trainer(θ, Adam(learningRate: 0.1), tape: Tape(seed: 1))
        trainer.minimize { mean(square(layer($0.normal([4, 2])))) }
        return θ.values + θ.gradients
      }
    ),
  ]

  private static func stepped(_ θ: Parameters, _ method: some Optimizer) -> [Float] {
    method.step(θ)
    return θ.values
  }

  private static func model(trained steps: Int) -> (θ: Parameters, layer: Dense) {
    let θ = Parameters(seed: 1)
    let layer = Dense(2, 2, in: θ)
    let trainer = Trainer(θ, Adam(learningRate: 0.1), tape: Tape(seed: 2))
    trainer.minimize(steps: steps) { mean(square(layer($0.normal([4, 2])) - 1)) }
    return (θ, layer)
  }

  /// What a step's snapshot keeps is enough to give the same again, on a model that has other numbers.
  @Test(arguments: accesses.indices) func whatIsReadIsKept(index: Int) throws {
    let (name, access) = Self.accesses[index]
    let (θ, layer) = Self.model(trained: 5)
    let recorder = StepRecorder([θ], TrainingRecord())
    var heard: [Float] = []
    _ = recorder.report((0, 0), tape: Tape(seed: 3)) {
      heard = access(θ, layer)
      return true
    }
    let snapshot = try #require(recorder.record.snapshots.first?.models.first, "\(name) is not noticed")
    let later = Self.model(trained: 9)
    later.θ.restore(snapshot)
    later.θ.updates = 5
    #expect(access(later.θ, later.layer) == heard, "\(name)")
  }
}
