import Foundation
import Generative
import Numerics
import Testing

@Suite struct GaussianModesTests {
  @Test func ringAndGridAreWhereTheyShouldBe() {
    let ring = GaussianModes.ring()
    #expect(ring.modes == 8)
    for mode in 0..<8 {
      let (x, y) = (Double(ring.centres[2 * mode]), Double(ring.centres[2 * mode + 1]))
      #expect(abs(x - 2 / 1.414 * Foundation.cos(Double(mode) * .pi / 4)) < 1e-6)
      #expect(abs(y - 2 / 1.414 * Foundation.sin(Double(mode) * .pi / 4)) < 1e-6)
    }
    #expect(abs(ring.deviation - 0.1 / 1.414) < 1e-7)
    let grid = GaussianModes.grid()
    #expect(grid.modes == 25)
    #expect(Array(grid.centres[24..<26]) == [0, 0])
    #expect(abs(grid.centres[0] + 4 / 2.828) < 1e-6)
  }

  @Test func itsOwnSamplesFindEveryMode() {
    for modes in [GaussianModes.ring(), .grid(), .ring(modes: 1)] {
      var generator = RandomGenerator(seed: 3)
      let count = modes.count(in: modes.sample(2500, using: &generator).inputs)
      #expect(count.modes == modes.modes)
      #expect(abs(count.shareNear - 0.9889) < 0.008)
      #expect(abs(Double(count.pointsPerMode[0]) - 2500.0 / Double(modes.modes)) < 60)
    }
  }

  @Test func collapseIsCounted() {
    let ring = GaussianModes.ring()
    let point = Array(ring.centres[4..<6])
    let count = ring.count(in: point + point + [0, 0])
    #expect(count.modes == 1)
    #expect(count.pointsPerMode[2] == 2)
    #expect(abs(count.shareNear - 2.0 / 3) < 1e-12)
  }

  @Test func densityIsThatOfTheMixture() {
    let modes = GaussianModes(centres: [[0, 0], [2, 0]], deviation: 0.5)
    // Both centres are 1 away on the first axis.
    let squares: Double = 1 + 0.3 * 0.3
    let expected: Double = -squares / 0.5 - Foundation.log(2 * Double.pi * 0.25)
    #expect(abs(modes.logDensity([1, 0.3]) - expected) < 1e-6)
    let nearer: Double = 0.5 * (Foundation.exp(-0.5) + Foundation.exp(-4.5)) / (0.5 * Double.pi)
    #expect(abs(modes.logDensity([0.5, 0]) - Foundation.log(nearer)) < 1e-6)
  }

  @Test func denoiserIsThePosteriorMean() {
    // One Gaussian: E[x₀ | x] = c + aσ²/(a²σ² + s²)(x − a c).
    let one = GaussianModes(centres: [[1]], deviation: 0.5)
    let expected = 1 + 0.6 * 0.25 / (0.36 * 0.25 + 0.64) * (2 - 0.6)
    #expect(abs(Double(one.denoised([2], signal: 0.6, noise: 0.8)[0]) - expected) < 1e-6)
    // Without noise nothing is to be done; in noise alone nothing is known but the mean.
    let ring = GaussianModes.ring()
    #expect(abs(ring.denoised([1, 0.5], signal: 1, noise: 1e-4)[0] - 1) < 1e-4)
    #expect(ring.denoised([1, 0.5], signal: 0, noise: 1).allSatisfy { abs($0) < 1e-6 })
  }
}

@Suite struct PointCloudsTests {
  @Test func moonsAndRollLieOnTheirCurves() {
    var generator = RandomGenerator(seed: 2)
    let moons = PointClouds.twoMoons(500, noise: 0, using: &generator)
    for (index, label) in moons.labels.enumerated() {
      let (x, y) = (moons.inputs[2 * index], moons.inputs[2 * index + 1])
      let radius = label == 0 ? x * x + y * y : (x - 1) * (x - 1) + (y - 0.5) * (y - 0.5)
      #expect(abs(radius - 1) < 1e-5)
      #expect(label == 0 ? y >= -1e-5 : y <= 0.5 + 1e-5)
    }
    let roll = PointClouds.swissRoll(2000, noise: 0, using: &generator)
    for index in 0..<roll.count {
      let (x, y) = (Double(roll.inputs[2 * index]), Double(roll.inputs[2 * index + 1]))
      let radius = (x * x + y * y).squareRoot()
      let angle = radius / 1.5 * 4 * .pi
      #expect(abs(x - radius * Foundation.cos(angle)) < 1e-4 && abs(y - radius * Foundation.sin(angle)) < 1e-4)
    }
    for quarter in 0..<4 { #expect(abs(roll.indices(ofClass: quarter).count - 500) < 80) }
  }
}
