import Autodiff
import Numerics

extension MLP {
  /// ∂y/∂x of each row, for a network with one output y: x [rows, inputs] → [rows, inputs].
  ///
  /// A tensor like any other, so that a loss may depend on it. It is the network run backwards, with the slope of each
  /// activation as data: exact where activations are made of straight pieces (none, ReLU, leaky ReLU), because slopes
  /// of slopes are 0 there. Other activations are refused.
  public func inputGradient(_ x: Tensor, file: StaticString = #fileID, line: UInt = #line) -> Tensor {
    noteCaller(file, line)
    let outputs = layers[layers.count - 1].weight.shape.columns
    require(outputs == 1, "inputGradient: a network with one output, not \(outputs)")
    var h = x
    var slopes: [Tensor] = []
    for layer in layers {
      h = layer.forward(h)
      slopes.append(Autodiff.slopes(of: h, layer.activation))
    }
    var d = slopes[layers.count - 1]
    for index in layers.indices.reversed() {
      d = product(d, layers[index].weight.on(x.tape), transposingRight: true)
      if index > 0 { d = d * slopes[index - 1] }
    }
    return d
  }
}
