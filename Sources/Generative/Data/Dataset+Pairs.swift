import Numerics

extension Dataset {
  /// Pairs of examples of different classes, drawn with replacement; the two lists `[count, features]` go side by side.
  ///
  /// For morphs: halfway between two digits that mean the same, a blend of their pixels often passes for a digit, too.
  public func pairs(
    _ count: Int, using generator: inout RandomGenerator, file: StaticString = #fileID, line: UInt = #line
  ) -> (first: [Float], second: [Float]) {
    noteCaller(file, line)
    require(labels.contains { $0 != labels[0] }, "pairs: all \(self.count) examples are of one class")
    var (first, second): ([Float], [Float]) = ([], [])
    while first.count < count * features {
      let a = generator.integer(below: self.count)
      let b = generator.integer(below: self.count)
      if labels[a] == labels[b] { continue }
      first.append(contentsOf: row(a))
      second.append(contentsOf: row(b))
    }
    return (first, second)
  }
}
