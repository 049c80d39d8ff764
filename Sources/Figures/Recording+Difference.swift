import Events

extension Recording.Item {
  /// The first difference of two items.
  package enum Difference: Equatable, Sendable {
    /// The first line of their sentences that is not the same; `nil` where there is none any more.
    case words(String?, String?)
    /// The first number that is not the same behind sentences that are, and which one that is.
    case number(String, Float, Float)
  }

  /// The first difference from the other item, to the bit; `nil` where there is none.
  package func difference(from other: Recording.Item) -> Difference? {
    let words = sentence, otherWords = other.sentence
    if words != otherWords {
      let lines = [words, otherWords].map {
        $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      }
      let first = zip(lines[0], lines[1]).prefix { $0 == $1 }.count
      return .words(
        first < lines[0].count ? lines[0][first] : nil, first < lines[1].count ? lines[1][first] : nil)
    }
    for (one, another) in zip(numbers, other.numbers) {
      for (index, (a, b)) in zip(one.values, another.values).enumerated() where !Self.isSame(a, b) {
        return .number(one.values.count == 1 ? one.name : "\(one.name) \(index + 1)", a, b)
      }
      if one.values.count != another.values.count {
        return .number("the count of \(one.name)", Float(one.values.count), Float(another.values.count))
      }
    }
    return nil
  }

  /// Whether the numbers are the same. What is no number is, whatever its bits; minus zero is another number than zero.
  private static func isSame(_ a: Float, _ b: Float) -> Bool {
    a.bitPattern == b.bitPattern || (a.isNaN && b.isNaN)
  }

  /// All numbers behind the sentence, by what they are.
  private var numbers: [(name: String, values: [Float])] {
    switch self {
    case .text, .table: []
    case .metric(let metric):
      [("the value", [metric.value])]
        + (metric.expected.map { [("the band’s end", [$0.lowerBound, $0.upperBound])] } ?? [])
    case .curve(let curve): [("x", curve.x), ("y", curve.y)]
    case .picture(let picture):
      [
        ("the width", [Float(picture.width)]), ("the height", [Float(picture.height)]),
        ("byte", picture.bytes.map { Float($0) }),
      ]
    case .plane(let plane): Self.numbers(of: plane)
    case .bars(let bars): [("bar", bars.values)]
    case .setting(let setting):
      [
        ("the value", [setting.value]), ("the range’s end", [setting.range.lowerBound, setting.range.upperBound]),
        ("the step", [setting.step]),
      ]
    }
  }

  private static func numbers(of plane: Plane) -> [(name: String, values: [Float])] {
    let (x, y) = (plane.bounds.x, plane.bounds.y)
    var numbers: [(name: String, values: [Float])] = [
      (name: "bound", values: [x.lowerBound, x.upperBound, y.lowerBound, y.upperBound])
    ]
    if let points = plane.points {
      numbers += [("x", points.x), ("y", points.y), ("class", points.classes.map { Float($0) })]
    }
    if let arrows = plane.arrows {
      numbers += [("x of arrow", arrows.x), ("y of arrow", arrows.y)]
      numbers += [("dx of arrow", arrows.dx), ("dy of arrow", arrows.dy)]
    }
    if let field = plane.field { numbers.append(("value of the heat map", field.values)) }
    return numbers
  }
}
