import Numerics

/// Points on bent curves, for models that have only seen Gaussians.
public enum PointClouds {
  /// Two half circles that reach into each other, `[count, 2]`; classes 0 (upper) and 1.
  public static func twoMoons(_ count: Int, noise: Float = 0.1, using generator: inout RandomGenerator) -> Dataset {
    var inputs: [Float] = []
    for index in 0..<count {
      let angle = Float.pi * generator.uniform()
      let (x, y) = (cos(angle), sin(angle))
      let point = index % 2 == 0 ? [x, y] : [1 - x, 0.5 - y]
      for value in point { inputs.append(value + noise * generator.normal()) }
    }
    return Dataset(inputs: inputs, labels: (0..<count).map { $0 % 2 }, features: 2, classes: 2)
  }

  /// A spiral of one and a half turns, from radius 0.375 to 1.5, `[count, 2]`; its classes are the four quarters of
  /// its length, from the inside.
  public static func swissRoll(_ count: Int, noise: Float = 0.03, using generator: inout RandomGenerator) -> Dataset {
    var inputs: [Float] = []
    var labels: [Int] = []
    for _ in 0..<count {
      // Uniform along the curve: an angle's share of the length grows with its radius, as a square.
      let share = generator.uniform()
      let turn = (0.0625 + share * (1 - 0.0625)).squareRoot()  // ¼ … 1
      let angle = 4 * Float.pi * turn
      inputs.append(1.5 * turn * cos(angle) + noise * generator.normal())
      inputs.append(1.5 * turn * sin(angle) + noise * generator.normal())
      labels.append(min(3, Int(share * 4)))
    }
    return Dataset(inputs: inputs, labels: labels, features: 2, classes: 4)
  }
}
