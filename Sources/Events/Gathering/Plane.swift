/// The contents of a plane that a cell has shown under one name: a heat map, arrows over it, points over both.
package struct Plane: Equatable, Sendable {
  package let name: String
  /// The bounds of whatever was shown last.
  package private(set) var bounds: Bounds
  package private(set) var field: Field?
  package private(set) var arrows: Arrows?
  package private(set) var points: PointCloud?
  /// The classes of the points, in order, each once.
  package private(set) var classes: [Int] = []
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
    if points.classes != self.points?.classes { classes = Set(points.classes).sorted() }
    self.points = points
    bounds = points.bounds
  }

  /// The plane with a mark at a place.
  package func marked(x: Float, y: Float) -> Plane {
    var plane = self
    plane.mark = (x, y)
    return plane
  }

  /// The plane with its heat map alone.
  package var ground: Plane {
    var plane = Plane(name: name, bounds: bounds)
    plane.field = field
    return plane
  }

  package static func == (left: Plane, right: Plane) -> Bool {
    left.name == right.name && left.bounds == right.bounds && left.field == right.field && left.arrows == right.arrows
      && left.points == right.points && left.mark?.x == right.mark?.x && left.mark?.y == right.mark?.y
  }
}
