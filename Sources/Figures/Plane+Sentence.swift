import Events

extension Plane {
  /// One line: what lies in the plane, where and how far spread, and how high and low the field is. Who reads it alone
  /// can tell a ring from a heap, and eight clusters from three.
  package var sentence: String {
    var parts: [String] = []
    if let points { parts += Self.sentences(points) }
    if let arrows {
      let lengths = zip(arrows.dx, arrows.dy).map { Double($0).magnitude(with: Double($1)) }.filter { $0.isFinite }
      var text = arrows.x.count == 1 ? "1 arrow" : "\(arrows.x.count) arrows"
      if !lengths.isEmpty {
        let mean = lengths.reduce(0, +) / Double(lengths.count)
        text += ", \(arrows.bounds.text(mean)) long" + (arrows.x.count == 1 ? "" : " on average")
      }
      parts.append(text)
    }
    let values = field?.values.filter { $0.isFinite } ?? []
    if let low = values.min(), let high = values.max() {
      parts.append("a heat map from \(Figure.text(low)) to \(Figure.text(high))")
    }
    return "\(name): " + parts.joined(separator: "; ")
  }

  /// All points, and each class where there are few of them.
  private static func sentences(_ points: PointCloud) -> [String] {
    let classes = points.classes.count == points.x.count ? Set(points.classes).sorted() : []
    var all = points.x.count == 1 ? "1 point" : "\(points.x.count) points"
    if classes.count > 1 { all += " of \(classes.count) classes" }
    // Two or three are compared; for each of more, its place has to do.
    let isDetailed = (2...3).contains(classes.count)
    if !isDetailed, let spread = PointSpread(points) { all += " " + spread.sentence }
    guard (2...10).contains(classes.count) else { return [all] }
    return [all]
      + classes.map { label in
        let part = points.ofClass(label)
        let share = Figure.percent(part.x.count, of: points.x.count)
        guard let spread = PointSpread(part) else { return "class \(label): \(share)" }
        return "class \(label): \(share) " + (isDetailed ? spread.sentence : spread.place)
      }
  }
}

extension PointCloud {
  fileprivate func ofClass(_ label: Int) -> PointCloud {
    let chosen = classes.indices.filter { classes[$0] == label }
    return PointCloud(name: name, x: chosen.map { x[$0] }, y: chosen.map { y[$0] }, bounds: bounds)
  }
}
