import Display

/// What a run showed as files: pictures as PNG, curves and bars as SVG, and the numbers behind them as CSV.
package struct FigureFiles {
  /// In the order in which they were shown. A file has the name of its caption.
  package private(set) var files: [(name: String, bytes: [UInt8])] = []
  private var stems = FileStems()

  package init(_ recording: Recording) {
    var words: [String] = []
    var metrics: [[String]] = []
    var settings: [[String]] = []
    for item in recording.items {
      switch item {
      case .text(let text): words.append(text)
      case .metric(let metric): metrics.append(Self.row(metric))
      case .setting(let setting):
        let range = setting.range
        settings.append([setting.name, "\(setting.value)", "\(range.lowerBound)", "\(range.upperBound)"])
      case .curve(let curve): add(curve, unit: recording.unit(of: curve))
      case .picture(let picture): add(picture, stems.stem(of: picture.caption, else: "picture"))
      case .plane(let plane): add(plane)
      case .table(let table): add(csv: [table.head] + table.rows, stems.stem(of: table.name, else: "table"))
      case .bars(let bars): add(bars)
      }
    }
    if !metrics.isEmpty {
      let head = ["name", "value", "unit", "lowest expected", "highest expected", "as expected"]
      add(csv: [head] + metrics, stems.unique("figures"))
    }
    if !settings.isEmpty {
      add(csv: [["name", "value", "lowest", "highest"]] + settings, stems.unique("settings"))
    }
    if !words.isEmpty { add(words.map { $0 + "\n" }.joined(), stems.unique("text") + ".txt") }
  }

  private static func row(_ metric: Metric) -> [String] {
    let band = metric.expected.map { ["\($0.lowerBound)", "\($0.upperBound)"] } ?? ["", ""]
    let verdict = metric.isAsExpected.map { $0 ? "yes" : "no" } ?? ""
    return [metric.name, "\(metric.value)", metric.unit] + band + [verdict]
  }

  private mutating func add(_ curve: Series, unit: String?) {
    let stem = stems.stem(of: curve.name, else: "curve")
    add(svg: CurveDrawing(curve, unit: unit).svg, title: curve.name, stem)
    add(csv: [["x", curve.name]] + zip(curve.x, curve.y).map { ["\($0)", "\($1)"] }, stem)
  }

  private mutating func add(_ bars: Bars) {
    let stem = stems.stem(of: bars.name, else: "bars")
    add(svg: BarsDrawing(bars).svg, title: bars.name, stem)
    add(csv: [["label", bars.name]] + zip(bars.labels, bars.values).map { [$0, "\($1)"] }, stem)
  }

  private mutating func add(_ picture: Picture, _ stem: String) {
    if let bytes = PNG.encode(picture, scale: picture.enlargement) {
      files.append((stem + ".png", bytes))
    }
  }

  private mutating func add(_ plane: Plane) {
    let stem = stems.stem(of: plane.name, else: "plane")
    add(PlaneDrawing(plane, side: 720).pictureWithLegend, stem)
    if let points = plane.points {
      let classes =
        points.classes.isEmpty ? [String](repeating: "", count: points.x.count) : points.classes.map { "\($0)" }
      let rows = points.x.indices.map { ["\(points.x[$0])", "\(points.y[$0])", classes[$0]] }
      add(csv: [["x", "y", "class"]] + rows, stems.unique(stem + "-points"))
    }
    if let arrows = plane.arrows {
      let rows = arrows.x.indices.map { index in
        [arrows.x[index], arrows.y[index], arrows.dx[index], arrows.dy[index]].map { "\($0)" }
      }
      add(csv: [["x", "y", "dx", "dy"]] + rows, stems.unique(stem + "-arrows"))
    }
    if let field = plane.field {
      let rows = field.values.indices.map { index in
        // Each value belongs to the middle of its cell; the first row is the highest.
        let across = (Double(index % field.columns) + 0.5) / Double(field.columns)
        let down = (Double(index / field.columns) + 0.5) / Double(field.rows)
        let (x, y) = (field.bounds.x, field.bounds.y)
        return [
          "\(Float(Double(x.lowerBound) + across * (Double(x.upperBound) - Double(x.lowerBound))))",
          "\(Float(Double(y.upperBound) - down * (Double(y.upperBound) - Double(y.lowerBound))))",
          "\(field.values[index])",
        ]
      }
      add(csv: [["x", "y", "value"]] + rows, stems.unique(stem + "-field"))
    }
  }

  private mutating func add(svg: String, title: String, _ stem: String) {
    if !svg.isEmpty { add(DrawingCanvas.standalone(svg, title: title), stem + ".svg") }
  }

  /// As RFC 4180 has it, but with line feeds alone.
  private mutating func add(csv rows: [[String]], _ stem: String) {
    let lines = rows.map { row in
      row.map { cell in
        let needsQuotes = cell.unicodeScalars.contains { ["\"", ",", "\n", "\r"].contains($0) }
        return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      }.joined(separator: ",") + "\n"
    }
    add(lines.joined(), stem + ".csv")
  }

  private mutating func add(_ text: String, _ name: String) {
    files.append((name, Array(text.utf8)))
  }
}
