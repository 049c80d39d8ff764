import Autodiff
import Numerics

extension Parameters {
  /// Keeps a moving average of the values from now on: a ← d a + (1 − d) θ after each step of a trainer.
  ///
  /// The path of an optimiser circles around a minimum; its average lies nearer (Polyak & Juditsky 1992). `decay` d is
  /// from 0 to below 1: 0.995 looks back over some 200 steps.
  public func keepAverage(decay: Float) {
    require(decay >= 0 && decay < 1, "keepAverage: a decay of \(decay) is not from 0 to below 1")
    recordAccess()
    averageDecay = decay
    if average != nil { return }
    let start = allocateFloats(length)
    start.copy(value, count: length)
    average = start
  }

  /// Runs the body with the averaged values in place of the last ones, where an average is kept.
  public func withAverage<Result>(_ body: () -> Result) -> Result {
    recordAccess()
    guard let averaged = average else { return body() }
    // While the body runs the two have changed places; nothing is copied.
    let last = value
    value = averaged
    average = last
    defer {
      value = last
      average = averaged
    }
    return body()
  }

  func dropAverage() {
    average?.deallocate()
    average = nil
    averageDecay = 0
  }

  func updateAverage() {
    guard let average else { return }
    let d = averageDecay
    let value = value
    forEachLanes(self) { average.store(average.lanes($0) * d + value.lanes($0) * (1 - d), at: $0) }
  }
}
