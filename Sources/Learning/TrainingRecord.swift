import Autodiff
import Numerics

/// What is kept of one `fit`: enough to come back to its last step, and to tell `onStep` of every step before it what
/// it was told the first time.
///
/// A cell that is taken up again runs from its beginning. Only the steps themselves are left out: `onStep` hears their
/// losses, and where it looks at the model it sees the parameters of that step. Whatever the cell made of them, it
/// makes again, to the bit.
struct TrainingRecord: Equatable {
  /// The parameters of one model at a step at which somebody looked at them.
  struct View: Equatable {
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

  /// A step at which `onStep` looked at a model, or drew random numbers.
  struct Stop: Equatable {
    /// Counted from 0 in this training.
    var step: Int
    /// That of the tape, before.
    var random: RandomGenerator
    var views: [View]
  }

  /// How many steps the first model had made before.
  var start = 0
  /// Two numbers a step; the second is 0 but for a GAN.
  var losses: [Float] = []
  var stops: [Stop] = []
  /// A checkpoint a model, the first with the tape's generator.
  var state: [Checkpoint] = []
  /// What is kept of a training without parameters: the tables of a Markov model.
  var numbers: [Double] = []

  var steps: Int { losses.count / 2 }
}

/// Writes down what `onStep` looks at between two steps.
final class StepRecorder {
  /// What of the parameters was looked at, besides the values.
  enum Part {
    case values, gradients, moments
  }

  /// More than this is not kept: the training is repeated when its cell is taken up again.
  static let mostBytes = 40 << 20

  private let models: [Parameters]
  private(set) var record: TrainingRecord
  private var stop: TrainingRecord.Stop?
  private var size = 0

  init(_ models: [Parameters], _ record: TrainingRecord) {
    self.models = models
    self.record = record
    for stop in record.stops { for view in stop.views { size += view.size } }
  }

  /// Whether there was more to look at than is kept.
  var isTooLarge: Bool { size > StepRecorder.mostBytes }

  /// Runs `onStep` behind a step with these losses.
  func report(_ losses: (Float, Float), tape: Tape, _ onStep: () -> Bool) -> Bool {
    record.losses.append(losses.0)
    record.losses.append(losses.1)
    let random = tape.random
    stop = TrainingRecord.Stop(step: record.steps - 1, random: random, views: [])
    for model in models { model.recorder = self }
    let goesOn = onStep()
    for model in models { model.recorder = nil }
    if let stop, !isTooLarge, !stop.views.isEmpty || tape.random != random { record.stops.append(stop) }
    stop = nil
    return goesOn
  }

  /// Keeps the numbers as they are before anybody does anything with them.
  func note(_ θ: Parameters, _ part: Part) {
    guard let model = models.firstIndex(where: { $0 === θ }), !isTooLarge, stop != nil else { return }
    let place: Int
    if let index = stop?.views.firstIndex(where: { $0.model == model }) {
      place = index
    } else {
      var view = TrainingRecord.View(model: model, values: θ.collect(θ.value))
      if let average = θ.average {
        view.average = θ.collect(average)
        view.averageDecay = θ.averageDecay
      }
      place = stop?.views.count ?? 0
      stop?.views.append(view)
      size += view.size
    }
    switch part {
    case .gradients where stop?.views[place].gradients.isEmpty == true:
      stop?.views[place].gradients = θ.collect(θ.gradient)
      size += 4 * θ.count
    case .moments where stop?.views[place].moments.isEmpty == true:
      stop?.views[place].moments = [θ.collect(θ.firstMoment), θ.collect(θ.secondMoment)]
      size += 8 * θ.count
    default: break
    }
  }
}

extension Parameters {
  /// Takes on what was seen at a step.
  func show(_ view: TrainingRecord.View) {
    distribute(view.values, to: value)
    if view.average.isEmpty {
      dropAverage()
    } else {
      keepAverage(decay: view.averageDecay)
      if let average { distribute(view.average, to: average) }
    }
    if !view.gradients.isEmpty { distribute(view.gradients, to: gradient) }
    if view.moments.count == 2 {
      distribute(view.moments[0], to: firstMoment)
      distribute(view.moments[1], to: secondMoment)
    }
  }
}
