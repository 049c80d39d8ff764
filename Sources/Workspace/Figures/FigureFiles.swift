import Events
import Figures
import Files

/// The figures of a run as files: pictures as PNG, curves and bars as SVG, and the numbers behind them as CSV.
///
/// One after the other, in the order in which they were shown: together they take many times the room of the numbers.
package struct FigureFiles: Sequence, IteratorProtocol {
  package struct File {
    /// The name, made from the figure's caption.
    package var name: String
    package var bytes: [UInt8]
  }

  private let recording: Recording
  /// The number of the recording's items whose files were made.
  private var made = 0
  /// Files that are made and not yet handed out.
  private var files: [File] = []
  private var stems = FileStems()
  private var words = ""
  private var metrics: [[String]] = []
  private var settings: [[String]] = []

  package init(_ recording: Recording) { self.recording = recording }

  package mutating func next() -> File? {
    while files.isEmpty, made < recording.items.count {
      add(recording.items[made])
      made += 1
    }
    if files.isEmpty { addWords() }
    return files.isEmpty ? nil : files.removeFirst()
  }

  private mutating func add(_ item: Recording.Item) {
    switch item {
    case .text(let text): words += text + "\n"
    case .metric(let metric): metrics.append(Self.row(metric))
    case .setting(let setting):
      let range = setting.range
      settings.append([setting.name, "\(setting.value)", "\(range.lowerBound)", "\(range.upperBound)"])
    case .curve(let curve): add(curve, unit: recording.unit(of: curve))
    case .picture(let picture): add(picture, stems.stem(of: picture.caption, else: "picture"))
    case .plane(let plane): add(plane)
    case .table(let table): add(csv: table.head, table.rows, stems.stem(of: table.name, else: "table"))
    case .bars(let bars): add(bars)
    }
  }

  /// Adds, behind all figures, one file each of the metrics, the settings and the words.
  private mutating func addWords() {
    if !metrics.isEmpty {
      let head = ["name", "value", "unit", "lowest expected", "highest expected", "as expected"]
      add(csv: head, metrics, stems.unique("figures"))
    }
    if !settings.isEmpty {
      add(csv: ["name", "value", "lowest", "highest"], settings, stems.unique("settings"))
    }
    if !words.isEmpty { add(words, stems.unique("text") + ".txt") }
    (metrics, settings, words) = ([], [], "")
  }

  private static func row(_ metric: Metric) -> [String] {
    let band = metric.expected.map { ["\($0.lowerBound)", "\($0.upperBound)"] } ?? ["", ""]
    let verdict = metric.isAsExpected.map { $0 ? "yes" : "no" } ?? ""
    return [metric.name, "\(metric.value)", metric.unit] + band + [verdict]
  }

  private mutating func add(_ curve: Series, unit: String?) {
    let stem = stems.stem(of: curve.name, else: "curve")
    add(svg: CurveDrawing(curve, unit: unit).svg, title: curve.name, stem)
    add(csv: ["x", curve.name], zip(curve.x, curve.y).lazy.map { ["\($0)", "\($1)"] }, stem)
  }

  private mutating func add(_ bars: Bars) {
    let stem = stems.stem(of: bars.name, else: "bars")
    add(svg: BarsDrawing(bars).svg, title: bars.name, stem)
    add(csv: ["label", bars.name], zip(bars.labels, bars.values).lazy.map { [$0, "\($1)"] }, stem)
  }

  private mutating func add(_ picture: Picture, _ stem: String) {
    let enlarged = picture.enlarged(by: picture.enlargement)
    if let bytes = PNG.encode(
      enlarged.bytes, width: enlarged.width, height: enlarged.height, channels: enlarged.channels.rawValue)
    {
      files.append(File(name: stem + ".png", bytes: bytes))
    }
  }

  private mutating func add(_ plane: Plane) {
    let stem = stems.stem(of: plane.name, else: "plane")
    add(PlaneDrawing(plane, side: 720).pictureWithLegend, stem)
    if let points = plane.points {
      let rows = points.x.indices.lazy.map { index in
        ["\(points.x[index])", "\(points.y[index])", points.classes.isEmpty ? "" : "\(points.classes[index])"]
      }
      add(csv: ["x", "y", "class"], rows, stems.unique(stem + "-points"))
    }
    if let arrows = plane.arrows {
      let rows = arrows.x.indices.lazy.map { index in
        [arrows.x[index], arrows.y[index], arrows.dx[index], arrows.dy[index]].map { "\($0)" }
      }
      add(csv: ["x", "y", "dx", "dy"], rows, stems.unique(stem + "-arrows"))
    }
    if let field = plane.field {
      let rows = field.values.indices.lazy.map { index -> [String] in
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
      add(csv: ["x", "y", "value"], rows, stems.unique(stem + "-field"))
    }
  }

  private mutating func add(svg: String, title: String, _ stem: String) {
    if !svg.isEmpty { add(DrawingCanvas.standalone(svg, title: title), stem + ".svg") }
  }

  private mutating func add(csv head: [String], _ rows: some Sequence<[String]>, _ stem: String) {
    // A row at a time, for there may be millions.
    var bytes = [UInt8](CSVText.line(head).utf8)
    for row in rows { bytes += CSVText.line(row).utf8 }
    files.append(File(name: stem + ".csv", bytes: bytes))
  }

  private mutating func add(_ text: String, _ name: String) {
    files.append(File(name: name, bytes: Array(text.utf8)))
  }
}
