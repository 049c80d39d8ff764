/// 1,797 handwritten digits, 8×8 pixels: the data of most lessons.
///
/// E. Alpaydin and C. Kaynak, "Optical Recognition of Handwritten Digits", UCI Machine Learning Repository, 1998 (test
/// part), <https://doi.org/10.24432/C50P49>, licensed under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/).
public enum Digits {
  /// Pixels along an edge.
  public static let side = 8

  /// All digits in the order of the source: `inputs [1797, 64]`, grey levels divided by 16 (0 paper, 1 ink).
  public static let all = decode()

  private static func decode() -> Dataset {
    var unpacker = DigitUnpacker(packed)
    let (labels, levels) = unpacker.digits(1_797)
    return Dataset(inputs: levels.map { Float($0) / 16 }, labels: labels, features: side * side, classes: 10)
  }
}
