import Autodiff
import Learning
import Numerics

/// The judge of a GAN: a number for each example, or for each pack of them; large means real.
struct Discriminator {
  let pack: Int
  /// The layers below minibatch discrimination; `nil` where there is none.
  let body: MLP?
  let minibatch: MinibatchDiscrimination?
  let head: MLP

  /// - Parameters:
  ///   - pack: examples judged together, side by side (Lin et al. 2018); 1 judges each alone.
  ///   - kernels: of minibatch discrimination; 0 leaves it out.
  init(features: Int, hidden: [Int], slope: Float, pack: Int, kernels: Int, in θ: Parameters) {
    require(pack >= 1 && kernels >= 0, "Discriminator: packs of \(pack) examples, \(kernels) kernels")
    self.pack = pack
    let inputs = features * pack
    if kernels > 0 {
      require(!hidden.isEmpty, "Discriminator: minibatch discrimination needs a hidden layer below it")
      let width = hidden[hidden.count - 1]
      body = MLP(
        [inputs] + hidden, .leakyReLU(slope), output: .leakyReLU(slope), named: "discriminator", in: θ)
      minibatch = MinibatchDiscrimination(width, kernels: kernels, in: θ)
      head = MLP([width + kernels, 1], .none, named: "verdict", in: θ)
    } else {
      body = nil
      minibatch = nil
      head = MLP([inputs] + hidden + [1], .leakyReLU(slope), named: "discriminator", in: θ)
    }
  }

  /// D(x): x [n, features] → [n / pack, 1], in log-odds of being real.
  func callAsFunction(_ x: Tensor) -> Tensor {
    guard let body, let minibatch else { return head(packed(x)) }
    let h = body(packed(x))
    return head(concatenate(h, minibatch(h)))
  }

  /// ∂D/∂x: x [n, features] → [n / pack, pack · features].
  func inputGradient(_ x: Tensor) -> Tensor {
    require(minibatch == nil, "a penalty on D's gradient and minibatch discrimination do not go together")
    return head.inputGradient(packed(x))
  }

  private func packed(_ x: Tensor) -> Tensor {
    if pack == 1 { return x }
    let rows = x.shape[0]
    require(rows % pack == 0, "packs of \(pack) examples cannot be made of a batch of \(rows)")
    return reshape(x, [rows / pack, pack * x.shape[1]])
  }
}
