import Autodiff
import Learning

extension GenerativeAdversarialNetwork {
  /// The gradient that G follows at each of the examples [_, features]: −∂ℓ/∂x of its loss ℓ, in what D sees.
  ///
  /// It is all that G ever learns about the data.
  /// - Parameter longest: longer ones are shortened to this length, so that arrows do not cross the picture.
  public func generatorGradients(at inputs: [Float], longest: Float = .infinity) -> [Float] {
    let count = rowCount(inputs, features)
    if count == 0 { return [] }
    var gradients = tape.evaluate { tape in
      let x = scale.normalized(tape.constant(inputs, [count, features]))
      switch objective {
      case .minimax: return (sigmoid(D(x)) * D.inputGradient(x)).array
      case .nonSaturating: return (sigmoid(-D(x)) * D.inputGradient(x)).array
      case .wasserstein: return D.inputGradient(x).array
      }
    }
    for start in stride(from: 0, to: gradients.count, by: features) {
      var square: Float = 0
      for axis in 0..<features { square += gradients[start + axis] * gradients[start + axis] }
      let length = square.squareRoot()
      if length > longest { for axis in 0..<features { gradients[start + axis] *= longest / length } }
    }
    return gradients
  }
}
