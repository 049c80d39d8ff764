import Events

/// Every figure can be said: for a pipe, a screen reader, `grep`.
extension Metric {
  /// Whether the value lies in its band; `nil` where the lesson names no band.
  package var isAsExpected: Bool? {
    expected.map { $0.contains(value) }
  }

  /// The value with its unit: `0.9764`, `18.4 nats`.
  package var valueText: String {
    Figure.text(value) + (unit.isEmpty ? "" : " " + unit)
  }

  /// The band and the verdict: `expected 0.95 to 1: as it should be`; empty where the lesson names no band.
  package var verdictText: String {
    guard let expected, let isAsExpected else { return "" }
    let band = "expected \(Figure.text(expected.lowerBound)) to \(Figure.text(expected.upperBound))"
    return band + (isAsExpected ? ": as it should be" : ": outside its band")
  }

  /// One line: name, value, band, verdict.
  package var sentence: String {
    "\(name): \(valueText)" + (verdictText.isEmpty ? "" : " (\(verdictText))")
  }
}

extension Series {
  /// One line: where the curve begins, ends, and where it is lowest and highest.
  package var sentence: String {
    let points = zip(x, y).filter { $0.0.isFinite && $0.1.isFinite }
    guard let first = points.first, let last = points.last,
      let lowest = points.min(by: { $0.1 < $1.1 }), let highest = points.max(by: { $0.1 < $1.1 })
    else { return "\(name): a curve without points" }
    if points.count == 1 { return "\(name): one point, \(Figure.text(first.1)) at \(Figure.text(first.0))" }
    return "\(name): a curve of \(points.count) points, from \(Figure.text(first.1)) at \(Figure.text(first.0)) "
      + "to \(Figure.text(last.1)) at \(Figure.text(last.0)); "
      + "lowest \(Figure.text(lowest.1)) at \(Figure.text(lowest.0)), "
      + "highest \(Figure.text(highest.1)) at \(Figure.text(highest.0))"
  }
}

extension Picture {
  /// One line: what the picture shows.
  package var sentence: String {
    caption.isEmpty ? alternative : "\(caption): \(alternative)"
  }
}

extension Setting {
  /// One line: the setting, its value and its range.
  package var sentence: String {
    "\(name) = \(Figure.text(value)) (from \(Figure.text(range.lowerBound)) to \(Figure.text(range.upperBound)))"
  }
}

extension Table {
  /// One line a row: each cell behind its head.
  package var sentence: String {
    rows.map { row in
      "\(name): " + zip(head, row).map { "\($0) \($1)" }.joined(separator: ", ")
    }.joined(separator: "\n")
  }
}

extension Bars {
  /// One line: the labels with their values, of a histogram its highest bar.
  package var sentence: String {
    guard labels.count > 12, let highest = values.max(), let index = values.firstIndex(of: highest) else {
      return "\(name): " + zip(labels, values).map { "\($0) \(Figure.text($1))" }.joined(separator: ", ")
    }
    return "\(name): \(labels.count) bars, the highest \(Figure.text(highest)) at \(labels[index])"
  }
}

extension Recording.Item {
  /// The contents of the item, in one line; of a table, one line a row.
  package var sentence: String {
    switch self {
    case .text(let text): text
    case .metric(let metric): metric.sentence
    case .curve(let curve): curve.sentence
    case .picture(let picture): picture.sentence
    case .plane(let plane): plane.sentence
    case .table(let table): table.sentence
    case .bars(let bars): bars.sentence
    case .setting(let setting): setting.sentence
    }
  }
}
