/// 1,797 handwritten digits, 8×8 pixels: the data of most lessons.
///
/// E. Alpaydin and C. Kaynak, "Optical Recognition of Handwritten Digits", UCI Machine Learning Repository, 1998
/// (test part), <https://doi.org/10.24432/C50P49>, licensed under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/).
public enum Digits {
  /// Pixels along an edge.
  public static let side = 8

  /// All digits in the order of the source: `inputs [1797, 64]`, grey levels divided by 16 (0 paper, 1 ink).
  public static let all = decode()

  private static func decode() -> Dataset {
    let features = side * side
    let bytesPerDigit = 1 + features
    var inputs: [Float] = []
    var labels: [Int] = []
    characters.withUTF8Buffer { bytes in
      let count = bytes.count / bytesPerDigit
      inputs.reserveCapacity(count * features)
      labels.reserveCapacity(count)
      for start in stride(from: 0, to: count * bytesPerDigit, by: bytesPerDigit) {
        labels.append(level(bytes[start]))
        for pixel in 1...features { inputs.append(Float(level(bytes[start + pixel])) / 16) }
      }
    }
    return Dataset(inputs: inputs, labels: labels, features: features, classes: 10)
  }

  /// `0…9, a…g` are 0…16.
  private static func level(_ character: UInt8) -> Int {
    Int(character < 97 ? character - 48 : character - 87)
  }
}
