import Autodiff
import Learning

extension GenerativeAdversarialNetwork {
  /// How D pulls at each of the examples [_, features]: minus the slope of G's loss there, −∂ℓ/∂x, in what D sees.
  ///
  /// It is all that G ever learns about the data.
  /// - Parameter longest: pulls that are longer are shortened to this length, so that arrows do not cross the picture.
  public func pulls(on inputs: [Float], longest: Float = .infinity) -> [Float] {
    let count = rowCount(inputs, features)
    if count == 0 { return [] }
    var pulls = tape.evaluate { tape in
      let x = scale.entering(tape.constant(inputs, [count, features]))
      switch objective {
      case .minimax: return (sigmoid(D(x)) * D.inputGradient(x)).array
      case .nonSaturating: return (sigmoid(-D(x)) * D.inputGradient(x)).array
      case .wasserstein: return D.inputGradient(x).array
      }
    }
    for start in stride(from: 0, to: pulls.count, by: features) {
      var square: Float = 0
      for axis in 0..<features { square += pulls[start + axis] * pulls[start + axis] }
      let length = square.squareRoot()
      if length > longest { for axis in 0..<features { pulls[start + axis] *= longest / length } }
    }
    return pulls
  }
}
