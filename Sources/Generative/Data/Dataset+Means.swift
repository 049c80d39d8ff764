import Numerics

extension Dataset {
  /// The mean of the examples of one class, [features]: of digits, a blur that every one of them resembles.
  public func mean(ofClass label: Int, file: StaticString = #fileID, line: UInt = #line) -> [Float] {
    noteCaller(file, line)
    let members = indices(ofClass: label)
    require(!members.isEmpty, "mean: there is no example of class \(label)")
    var sum = [Double](repeating: 0, count: features)
    for member in members {
      for (feature, value) in row(member).enumerated() { sum[feature] += Double(value) }
    }
    return sum.map { Float($0 / Double(members.count)) }
  }
}
