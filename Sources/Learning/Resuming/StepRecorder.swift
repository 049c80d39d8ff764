import Autodiff
import Numerics

/// The recorder of what `onStep` reads or sets between two steps.
final class StepRecorder {
  /// The numbers that were read or set, besides the values.
  enum Part {
    case values, gradients, moments, all
  }

  /// The largest record, in bytes, that is kept: beyond it the training is repeated when its cell is taken up again.
  static let maximumBytes = 40 << 20

  private let models: [Parameters]
  private(set) var record: TrainingRecord
  private var snapshot: TrainingRecord.Snapshot?
  private var size = 0

  init(_ models: [Parameters], _ record: TrainingRecord) {
    self.models = models
    self.record = record
    for snapshot in record.snapshots { for model in snapshot.models { size += model.size } }
  }

  /// Whether there was more to look at than is kept.
  var isTooLarge: Bool { size > StepRecorder.maximumBytes }

  /// Runs `onStep` behind a step with these losses.
  func report(_ losses: (Float, Float), tape: Tape, _ onStep: () -> Bool) -> Bool {
    record.losses.append(losses.0)
    record.losses.append(losses.1)
    let random = tape.random
    snapshot = TrainingRecord.Snapshot(step: record.steps - 1, random: random, models: [])
    for model in models { model.recorder = self }
    let goesOn = onStep()
    for model in models { model.recorder = nil }
    if let snapshot, !isTooLarge, !snapshot.models.isEmpty || tape.random != random {
      record.snapshots.append(snapshot)
    }
    snapshot = nil
    return goesOn
  }

  /// Keeps the numbers as they are before anybody does anything with them.
  func note(_ θ: Parameters, _ part: Part) {
    guard let model = models.firstIndex(where: { $0 === θ }), !isTooLarge, snapshot != nil else { return }
    let place: Int
    if let index = snapshot?.models.firstIndex(where: { $0.model == model }) {
      place = index
    } else {
      var seen = TrainingRecord.ModelSnapshot(model: model, values: θ.collect(θ.value))
      if let average = θ.average {
        seen.average = θ.collect(average)
        seen.averageDecay = θ.averageDecay
      }
      place = snapshot?.models.count ?? 0
      snapshot?.models.append(seen)
      size += seen.size
    }
    if part == .gradients || part == .all, snapshot?.models[place].gradients.isEmpty == true {
      snapshot?.models[place].gradients = θ.collect(θ.gradient)
      size += 4 * θ.count
    }
    if part == .moments || part == .all, snapshot?.models[place].moments.isEmpty == true {
      snapshot?.models[place].moments = [θ.collect(θ.firstMoment), θ.collect(θ.secondMoment)]
      size += 8 * θ.count
    }
  }
}

extension Parameters {
  /// Takes on the numbers of a snapshot.
  func restore(_ snapshot: TrainingRecord.ModelSnapshot) {
    distribute(snapshot.values, to: value)
    if snapshot.average.isEmpty {
      dropAverage()
    } else {
      keepAverage(decay: snapshot.averageDecay)
      if let average { distribute(snapshot.average, to: average) }
    }
    if !snapshot.gradients.isEmpty { distribute(snapshot.gradients, to: gradient) }
    if snapshot.moments.count == 2 {
      distribute(snapshot.moments[0], to: firstMoment)
      distribute(snapshot.moments[1], to: secondMoment)
    }
  }
}
