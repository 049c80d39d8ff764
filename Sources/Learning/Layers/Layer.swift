import Autodiff
import Numerics

/// A function with parameters, from a tensor to a tensor: `layer(x)`.
public protocol Layer {
  func forward(_ x: Tensor) -> Tensor
}

extension Layer {
  public func callAsFunction(_ x: Tensor, file: StaticString = #fileID, line: UInt = #line) -> Tensor {
    noteCaller(file, line)
    return forward(x)
  }
}

/// φ(x W + b): x [rows, inputs] → [rows, outputs].
public struct Dense: Layer {
  public let weight: Parameter
  public let bias: Parameter
  public let activation: Activation

  /// Weights as suits the activation unless `initial` says otherwise, times `scale`; biases 0.
  ///
  /// `named` is what its parameters are called in a checkpoint: "encoder" makes "encoder weight" and "encoder bias".
  public init(
    _ inputs: Int, _ outputs: Int, _ activation: Activation = .none, initial: Initializer? = nil, scale: Float = 1,
    named name: String = "dense", in θ: Parameters
  ) {
    let name = θ.uniqueName(for: name)
    weight = θ.add(name + " weight", [inputs, outputs], initial ?? .suiting(activation), scale: scale)
    bias = θ.add(name + " bias", [1, outputs], .zeros)
    self.activation = activation
  }

  public func forward(_ x: Tensor) -> Tensor {
    dense(x, weight: weight.on(x.tape), bias: bias.on(x.tape), activation)
  }
}

extension Initializer {
  static func suiting(_ activation: Activation) -> Initializer {
    switch activation {
    case .relu, .leakyReLU, .silu: .he
    case .none, .tanh, .sigmoid: .glorot
    }
  }
}

/// Dense layers one after the other, each but the last with the hidden activation.
public struct MLP: Layer {
  public let layers: [Dense]

  /// `widths` from the input's to the output's: [64, 128, 10] makes two layers. `scale` multiplies the last one's
  /// weights.
  ///
  /// `named` is what its parameters are called in a checkpoint: "encoder 1 weight", "encoder 1 bias", "encoder 2 …".
  public init(
    _ widths: [Int], _ hidden: Activation, output: Activation = .none, scale: Float = 1, named name: String = "mlp",
    in θ: Parameters
  ) {
    require(widths.count >= 2, "MLP: \(widths.count) widths; it takes at least those of its input and its output")
    let name = θ.uniqueName(for: name)
    var layers: [Dense] = []
    for index in 1..<widths.count {
      let isLast = index == widths.count - 1
      layers.append(
        Dense(
          widths[index - 1], widths[index], isLast ? output : hidden, scale: isLast ? scale : 1,
          named: "\(name) \(index)", in: θ))
    }
    self.layers = layers
  }

  public func forward(_ x: Tensor) -> Tensor {
    var x = x
    for layer in layers { x = layer.forward(x) }
    return x
  }
}
