import Autodiff
import Learning
import Numerics

extension Diffusion {
  /// The loss of data as they are: where the model knows classes, a tenth of the examples is shown without, because
  /// sampling with guidance needs both answers (Ho & Salimans 2022, algorithm 1).
  public func loss(_ batch: Batch) -> Tensor {
    let x0 = scale.normalized(batch.x)
    if classes == 0 { return loss(x0) }
    var labels = batch.labels
    for row in labels.indices where tape.random.uniform() < 0.1 { labels[row] = -1 }
    return loss(x0, labels)
  }

  /// E[x₀ | x_t] as the network says, for examples [_, features] as the model sees them, at step t.
  ///
  /// With `guidance` w the network's answer for the class is pushed away from that for any class: (1 + w) with − w
  /// without.
  public func estimate(_ xt: [Float], at t: Int, classes labels: [Int] = [], guidance: Float = 0) -> [Float] {
    let count = rowCount(xt, features)
    let steps = [Int](repeating: t, count: count)
    let (a, s) = (Float(schedule.signal(at: t)), Float(schedule.noise(at: t)))
    let limit = limit
    // The class of "any" is what no labels mean.
    let answers = tape.evaluate { tape in
      let x = tape.constant(xt, [count, features])
      let answer = network(x, steps, labels)
      return (guidance == 0 ? answer : (1 + guidance) * answer - guidance * network(x, steps, [])).array
    }
    return xt.indices.map { index in
      let answer = answers[index]
      let x0 =
        switch prediction {
        case .noise: (xt[index] - s * answer) / a
        case .original: answer
        case .velocity: a * xt[index] - s * answer
        }
      return min(limit, max(-limit, x0))
    }
  }

  /// New examples [count, features], by the averaged weights where an average is kept.
  ///
  /// - Parameters:
  ///   - steps: how many of the schedule's steps are made; all of them unless it is given.
  ///   - stochasticity: 1 for DDPM, 0 for DDIM.
  ///   - labels: a class for each example, for a model that knows classes; none means any.
  ///   - guidance: how far samples are pushed towards their class; 0 draws from what was learned.
  ///   - onStep: is shown t and the examples at every stop.
  public func sample(
    _ count: Int, steps: Int? = nil, stochasticity: Double = 1, classes labels: [Int] = [], guidance: Float = 0,
    using generator: inout RandomGenerator, onStep: (_ t: Int, _ x: [Float]) -> Void = { _, _ in }
  ) -> [Float] {
    require(labels.isEmpty || labels.count == count, "sample: \(labels.count) classes for \(count) examples")
    return parameters.withAverage {
      let x = schedule.sample(
        count, features: features, steps: steps, stochasticity: stochasticity, using: &generator,
        onStep: { onStep($0, scale.denormalized($1)) }
      ) { x, t in
        estimate(x, at: t, classes: labels, guidance: guidance)
      }
      return scale.denormalized(x)
    }
  }
}
