import Display

/// All that a cell has shown under one name in a plane: a heat map, arrows over it, points over both.
package struct Plane: Equatable, Sendable {
  package let name: String
  /// Those of whatever was shown last.
  package private(set) var bounds: Bounds
  package private(set) var field: Field?
  package private(set) var arrows: Arrows?
  package private(set) var points: PointCloud?
  /// A place to be seen at once: where a reader is.
  package private(set) var mark: (x: Float, y: Float)?

  init(name: String, bounds: Bounds) {
    self.name = name
    self.bounds = bounds
  }

  mutating func show(_ field: Field) {
    self.field = field
    bounds = field.bounds
  }

  mutating func show(_ arrows: Arrows) {
    self.arrows = arrows
    bounds = arrows.bounds
  }

  mutating func show(_ points: PointCloud) {
    self.points = points
    bounds = points.bounds
  }

  /// The plane with a mark at a place.
  package func marked(x: Float, y: Float) -> Plane {
    var plane = self
    plane.mark = (x, y)
    return plane
  }

  package static func == (left: Plane, right: Plane) -> Bool {
    left.name == right.name && left.bounds == right.bounds && left.field == right.field && left.arrows == right.arrows
      && left.points == right.points && left.mark?.x == right.mark?.x && left.mark?.y == right.mark?.y
  }

  /// One line: what lies in the plane, where, and how high and low the field is.
  package var sentence: String {
    var parts: [String] = []
    if let points {
      let classes = Set(points.classes).count
      var text = points.x.count == 1 ? "1 point" : "\(points.x.count) points"
      text += (classes > 1 ? " of \(classes) classes" : "")
      if let x = mean(points.x), let y = mean(points.y) {
        text += " around (\(Figure.text(x)), \(Figure.text(y)))"
      }
      parts.append(text)
    }
    if let arrows { parts.append(arrows.x.count == 1 ? "1 arrow" : "\(arrows.x.count) arrows") }
    if let field, let low = field.values.filter(\.isFinite).min(), let high = field.values.filter(\.isFinite).max() {
      parts.append("a heat map from \(Figure.text(low)) to \(Figure.text(high))")
    }
    return "\(name): " + parts.joined(separator: ", ")
  }

  private func mean(_ values: [Float]) -> Float? {
    let finite = values.filter(\.isFinite)
    return finite.isEmpty ? nil : finite.reduce(0, +) / Float(finite.count)
  }
}
