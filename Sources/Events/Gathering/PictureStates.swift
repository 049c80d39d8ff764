/// The number of times that the picture was shown that was shown most often.
package struct PictureStates {
  private var counts: [String: Int] = [:]
  package private(set) var maximum = 0

  package init() {}

  package mutating func add(_ event: Event) {
    guard let name = event.pictureName else { return }
    counts[name, default: 0] += 1
    maximum = max(maximum, counts[name] ?? 0)
  }
}

extension Event {
  /// A later picture of the same name takes the place of this one; `nil` for what stays.
  var pictureName: String? {
    switch self {
    case .image(let picture): picture.caption.isEmpty ? nil : "image \(picture.caption)"
    case .points(let points): "points \(points.name)"
    case .field(let field): "field \(field.name)"
    case .arrows(let arrows): "arrows \(arrows.name)"
    case .bars(let bars): "bars \(bars.name)"
    case .table(let table): "table \(table.name)"
    default: nil
    }
  }
}
