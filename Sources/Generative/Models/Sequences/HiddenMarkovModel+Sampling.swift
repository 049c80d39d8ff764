import Numerics

extension HiddenMarkovModel {
  /// Draws states and the symbols that they emit; ends after `count` steps, or earlier where the model has a stop.
  public func sample(_ count: Int, using generator: inout RandomGenerator) -> (states: [Int], symbols: [Int]) {
    var path: [Int] = []
    var emitted: [Int] = []
    while path.count < count {
      if let last = path.last {
        if let stop, Double(generator.uniform()) < stop[last] { break }
        path.append(draw(&generator) { transitions[last * states + $0] })
      } else {
        path.append(draw(&generator) { start[$0] })
      }
      let state = path[path.count - 1]
      emitted.append(generator.categorical((0..<symbols).map { Float(emissions[$0 * states + state]) }))
    }
    return (path, emitted)
  }

  private func draw(_ generator: inout RandomGenerator, _ weight: (Int) -> Double) -> Int {
    generator.categorical((0..<states).map { Float(weight($0)) })
  }
}
