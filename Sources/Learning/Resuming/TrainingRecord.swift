import Autodiff
import Numerics

/// The record of one `fit`: enough to come back to its last step, and to tell `onStep` of every step before it what it
/// was told the first time.
///
/// A cell that is taken up again runs from its beginning. Only the steps themselves are left out: `onStep` hears their
/// losses, and where it looks at the model it sees the parameters of that step. Whatever the cell made of them, it
/// makes again, to the bit.
struct TrainingRecord: Equatable {
  /// The numbers of one model at a step at which they were read or set.
  struct ModelSnapshot: Equatable {
    var model: Int
    var values: [Float]
    /// The moving average, the gradients and both moments; empty where there is none, or nobody looked at them.
    var average: [Float] = []
    var averageDecay: Float = 0
    var gradients: [Float] = []
    var moments: [[Float]] = []

    /// Bytes of memory.
    var size: Int { 4 * (values.count + average.count + gradients.count + (moments.isEmpty ? 0 : 2 * values.count)) }
  }

  /// A step at which `onStep` had access to a model, or drew random numbers.
  struct Snapshot: Equatable {
    /// The number of the step, counted from 0 in this training.
    var step: Int
    /// The tape's generator before the step.
    var random: RandomGenerator
    var models: [ModelSnapshot]
  }

  /// The number of steps that the first model had made before.
  var start = 0
  /// Two numbers a step; the second is 0 but for a GAN.
  var losses: [Float] = []
  var snapshots: [Snapshot] = []
  /// A checkpoint a model, the first with the tape's generator.
  var state: [Checkpoint] = []
  /// The numbers of a training without parameters: the tables of a Markov model.
  var numbers: [Double] = []

  var steps: Int { losses.count / 2 }
}
