import Autodiff
import Numerics

/// Initial values of a parameter [inputs, outputs].
public enum Initializer: Equatable, Sendable {
  case zeros
  case ones
  /// Uniform in ±√(6 / (inputs + outputs)), for tanh, sigmoid and no activation (Glorot & Bengio 2010, eq. 16).
  case glorot
  /// N(0, 2 / inputs), for the ReLU and its kin (He et al. 2015, eq. 10).
  case he
  /// N(0, deviation²)
  case normal(Float)

  func fill(
    _ buffer: UnsafeMutableBufferPointer<Float>, _ shape: Shape, _ scale: Float, _ random: inout RandomGenerator
  ) {
    let outputs = shape.columns
    let inputs = shape.rows
    switch self {
    case .zeros: buffer.update(repeating: 0)
    case .ones: buffer.update(repeating: scale)
    case .glorot:
      random.fillUniform(buffer)
      let bound = scale * (6 / Float(inputs + outputs)).squareRoot()
      for index in buffer.indices { buffer[index] = (2 * buffer[index] - 1) * bound }
    case .he:
      random.fillNormal(buffer)
      let deviation = scale * (2 / Float(inputs)).squareRoot()
      for index in buffer.indices { buffer[index] *= deviation }
    case .normal(let deviation):
      random.fillNormal(buffer)
      for index in buffer.indices { buffer[index] *= scale * deviation }
    }
  }
}
