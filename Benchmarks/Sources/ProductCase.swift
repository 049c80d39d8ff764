import Autodiff

/// A matrix product [m, k] • [k, n].
struct ProductCase {
  let m: Int
  let k: Int
  let n: Int

  var name: String { "product-\(m)x\(k)x\(n)" }

  /// The products of the two VAEs.
  static let all = [
    ProductCase(m: 128, k: 256, n: 784), ProductCase(m: 64, k: 32, n: 64), ProductCase(m: 64, k: 64, n: 32),
  ]

  func measure() -> Measurement {
    let tape = Tape(seed: 1)
    let a = tape.normal([m, k])
    let b = tape.normal([k, n])
    let time = seconds { tape.evaluate { _ in _ = a • b } }
    let operations = Double(2 * m * k * n) / 1e9
    return Measurement(
      name: name, median: operations / time.median, best: operations / time.best, unit: "GFLOP/s")
  }
}
