import Autodiff
import Learning
import Numerics
import Testing

@Suite struct ParametersTests {
  @Test func valuesComeAndGoWithoutPadding() {
    let θ = Parameters(seed: 1)
    _ = MLP([3, 5, 2], .relu, in: θ)
    #expect(θ.count == 3 * 5 + 5 + 5 * 2 + 2)
    let values = (0..<θ.count).map { Float($0) }
    let before = θ.digest
    θ.values = values
    #expect(θ.values == values)
    #expect(θ.digest != before)
    #expect(θ.digest == Digest(values))
  }

  @Test func aParametersValuesDependOnItsPlaceAndTheSeedOnly() {
    let a = Parameters(seed: 9)
    let b = Parameters(seed: 9)
    _ = Dense(4, 4, in: a)
    _ = Dense(4, 4, in: b)
    _ = Dense(4, 7, in: b)
    #expect(Array(b.values[..<a.count]) == a.values)
  }

  @Test func initialisersHaveTheirDeviations() {
    func deviation(_ initial: Initializer, scale: Float = 1) -> Float {
      let θ = Parameters(seed: 4)
      _ = θ.add("W", [200, 100], initial, scale: scale)
      return (θ.values.reduce(0) { $0 + $1 * $1 } / Float(θ.count)).squareRoot()
    }
    #expect(abs(deviation(.he) / 0.1 - 1) < 0.03)
    #expect(abs(deviation(.glorot) / (2.0 / 300).squareRoot() - 1) < 0.03)
    #expect(abs(deviation(.normal(2), scale: 0.5) - 1) < 0.03)
  }

  @Test func digestIsThatOfFowlerNollAndVo() {
    var digest = Digest()
    #expect(digest.description == "cbf29ce484222325")
    for byte in "foobar".utf8 { digest.combine(byte) }
    #expect(digest.description == "85944171f73967e8")
  }

  @Test func batchesGoThroughAllRows() {
    var batches = Batches(of: 10, size: 3, seed: 1)
    let round = (0..<3).flatMap { _ in batches.next() }
    #expect(Set(round).count == 9 && round.allSatisfy { (0..<10).contains($0) })
    #expect(batches.perEpoch == 3)
  }
}
