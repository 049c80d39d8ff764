extension Double {
  /// 10^exponent, exact up to 10²² and its inverse correctly rounded.
  static func powerOfTen(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<exponent.magnitude { power *= 10 }
    return exponent < 0 ? 1 / power : power
  }

  /// ⌊log₁₀⌋ of a positive number: the exponent of its first digit.
  var decimalExponent: Int {
    // ⌊log₁₀ 2 · exponent⌋ is right or one too small.
    let estimate = Int((Double(exponent) * 0.301029995663981195).rounded(.down))
    return self >= Double.powerOfTen(estimate + 1) ? estimate + 1 : estimate
  }
}
