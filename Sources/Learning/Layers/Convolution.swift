import Autodiff
import Numerics

/// φ(x ∗ W + b): the same small dense layer at every place of a picture, x [n, h, w, inputs] → [n, h′, w′, outputs].
public struct Convolution: Layer {
  public let window: Window
  public let weight: Parameter
  public let bias: Parameter
  public let activation: Activation

  /// - Parameters:
  ///   - side: pixels along the window's edge.
  ///   - stride: how far it moves at a time; 2 halves the picture.
  ///   - padding: zeros around the picture; by default as many as keep its size at stride 1.
  ///   - scale: multiplies the initial weights.
  ///   - name: what its parameters are called in a checkpoint.
  public init(
    _ inputs: Int, _ outputs: Int, _ activation: Activation = .none, side: Int = 3, stride: Int = 1,
    padding: Int? = nil, scale: Float = 1, named name: String = "convolution", in θ: Parameters
  ) {
    window = Window(side: side, stride: stride, padding: padding ?? (side - 1) / 2)
    let name = θ.uniqueName(for: name)
    weight = θ.add(name + " weight", [side, side, inputs, outputs], .suiting(activation), scale: scale)
    bias = θ.add(name + " bias", [1, outputs], .zeros)
    self.activation = activation
  }

  public func forward(_ x: Tensor) -> Tensor {
    dense(unfold(x, window), weight: weight.on(x.tape), bias: bias.on(x.tape), activation)
  }
}

/// The transpose of a convolution, which makes pictures larger: every pixel of x [n, h, w, inputs] paints a window of
/// the result [n, (h − 1) · stride + side, …, outputs] (Dumoulin & Visin 2016, chapter 4).
public struct TransposedConvolution: Layer {
  public let window: Window
  public let weight: Parameter
  public let bias: Parameter
  public let activation: Activation

  /// `side` and `stride` of 2 double a picture; `named` is what its parameters are called in a checkpoint.
  public init(
    _ inputs: Int, _ outputs: Int, _ activation: Activation = .none, side: Int = 2, stride: Int = 2,
    padding: Int = 0, scale: Float = 1, named name: String = "transposed convolution", in θ: Parameters
  ) {
    window = Window(side: side, stride: stride, padding: padding)
    let name = θ.uniqueName(for: name)
    weight = θ.add(name + " weight", [inputs, side * side * outputs], .suiting(activation), scale: scale)
    bias = θ.add(name + " bias", [1, outputs], .zeros)
    self.activation = activation
  }

  public func forward(_ x: Tensor) -> Tensor {
    let y = fold(x • weight.on(x.tape), window) + bias.on(x.tape)
    return activation == .none ? y : activate(y, activation)
  }
}

/// γ (x − μ)/√(σ² + 10⁻⁵) + β, with μ and σ² of each row's numbers (Ba et al. 2016, eq. 4). The last axis is a row.
public struct LayerNormalization: Layer {
  public let gain: Parameter
  public let shift: Parameter

  public init(_ features: Int, named name: String = "normalization", in θ: Parameters) {
    let name = θ.uniqueName(for: name)
    gain = θ.add(name + " gain", [1, features], .ones)
    shift = θ.add(name + " shift", [1, features], .zeros)
  }

  public func forward(_ x: Tensor) -> Tensor {
    let features = gain.shape.count
    let rows = reshape(x, [x.shape.count / features, features])
    let centred = rows - mean(rows, over: 1)
    let deviation = squareRoot(mean(square(centred), over: 1) + 1e-5)
    return reshape(gain.on(x.tape) * (centred / deviation) + shift.on(x.tape), x.shape)
  }
}
