import Autodiff
import Numerics

/// The nearness of each row's neighbours in the batch: x [rows, inputs] → [rows, kernels].
///
/// o_ik = Σ_{j ≠ i} exp −‖m_ik − m_jk‖², where m_ik is the k-th projection of row i to `width` numbers. A
/// discriminator that sees it notices a generator whose samples are all alike (Salimans et al. 2016, section 3.2,
/// with the squared Euclidean distance in place of the absolute one).
public struct MinibatchDiscrimination: Layer {
  public let kernels: Int
  public let width: Int
  public let projection: Parameter

  public init(_ inputs: Int, kernels: Int, width: Int = 4, named name: String = "minibatch", in θ: Parameters) {
    self.kernels = kernels
    self.width = width
    projection = θ.add(θ.uniqueName(for: name) + " projection", [inputs, kernels * width], .glorot)
  }

  public func forward(_ x: Tensor) -> Tensor {
    let all = x • projection.on(x.tape)
    let rows = x.shape[0]
    var result: Tensor?
    for kernel in 0..<kernels {
      let m = columns(all, kernel * width..<(kernel + 1) * width)
      let squares = sum(square(m), over: 1)
      let distances = squares + reshape(squares, [1, rows]) - 2 * product(m, m, transposingRight: true)
      let closeness = sum(exp(-distances), over: 1) - 1
      result = result.map { concatenate($0, closeness) } ?? closeness
    }
    return result ?? x
  }
}
