import Autodiff
import Numerics

extension Parameters {
  /// ‖∂loss/∂θ‖ of the last step, over all parameters together.
  public var gradientNorm: Float {
    recordAccess(to: .gradients)
    var squares = Lanes.zero
    forEachLanes(self) { squares += gradient.lanes($0) * gradient.lanes($0) }
    return squares.total.squareRoot()
  }

  /// g ← g · min(1, limit / ‖g‖): a step's direction stays, its length is bounded (Pascanu et al. 2013, algorithm 1).
  func clipGradient(to limit: Float) {
    let norm = gradientNorm
    guard norm > limit else { return }
    let factor = limit / norm
    forEachLanes(self) { gradient.store(gradient.lanes($0) * factor, at: $0) }
  }
}
