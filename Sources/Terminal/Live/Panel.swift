import Events
import Figures

/// An item of a run, drawn into a box of the screen.
struct Panel {
  /// A line as it is written, and the columns that it takes.
  struct Row: Equatable {
    var text: String
    var columns: Int
  }

  private(set) var rows: [Row] = []
  /// A picture in its own pixels: it takes the first rows, which hold nothing else.
  private(set) var image: GraphicsText?

  /// - Parameter rows: what the item is given; it takes no more, and a picture is made smaller rather than cut.
  init(_ item: Recording.Item, width: Int, rows: Int, screen: Screen) {
    switch item {
    case .text(let text): add(text.isEmpty ? [Line()] : Wrapping.lines([Span(text)], width: width), screen)
    case .metric(let metric): add(Wrapping.lines(Self.spans(metric), width: width), screen)
    case .setting(let setting): add(Wrapping.lines([Span(setting.sentence, .faint)], width: width), screen)
    case .curve(let curve):
      add(CurveText(curve, width: min(width, 100), rows: min(14, max(1, rows - 2))).lines, screen)
    case .picture(let picture): add(picture, width: width, rows: rows, screen)
    case .plane(let plane): add(plane, width: width, rows: rows, screen)
    case .table(let table):
      var lines = Wrapping.lines([Span(table.name, .bold)], width: width)
      lines += TableText(head: table.head, rows: table.rows, width: width).lines
      if lines.count > rows {
        lines = lines.prefix(rows - 1) + [Line("… the rest at the end", .faint)]
      }
      add(lines, screen)
    case .bars(let bars): add(BarsText(bars, width: min(width, 100), rows: rows).lines, screen)
    }
    if self.rows.count > rows { self.rows = Array(self.rows.prefix(max(0, rows))) }
  }

  private static func spans(_ metric: Metric) -> [Span] {
    var spans = [Span("\(metric.name) "), Span(metric.valueText, .bold)]
    if let isAsExpected = metric.isAsExpected {
      spans.append(Span("  \(isAsExpected ? "✓" : "✗") \(metric.verdictText)", .colour(isAsExpected ? .green : .red)))
    }
    return spans
  }

  private mutating func add(_ lines: [Line], _ screen: Screen) {
    rows += lines.map { Row(text: $0.rendered(screen.colours), columns: $0.width) }
  }

  private mutating func add(_ picture: Picture, width: Int, rows: Int, _ screen: Screen) {
    let caption = Wrapping.lines([Span(picture.caption, .italic)], width: width)
    let room = max(1, rows - caption.count)
    let scale = 6
    let graphics =
      screen.graphics == .none
      ? nil
      : GraphicsText(
        picture, width: width, rows: room, largestScale: scale * screen.cell.width, screen: screen)
    if let graphics {
      add(graphics)
    } else {
      let text = PictureText(picture, width: width, rows: room, largestScale: scale)
      self.rows += text.lines(screen.colours).map { Row(text: $0, columns: text.columns) }
    }
    add(caption, screen)
  }

  private mutating func add(_ plane: Plane, width: Int, rows: Int, _ screen: Screen) {
    let caption = Wrapping.lines([Span(plane.name, .italic)], width: width)
    let legend = Self.legend(plane, width: width, rows: rows - caption.count, screen.colours)
    let room = max(1, rows - caption.count - legend.count)
    if screen.graphics != .none {
      let side = min(width * screen.cell.width, room * screen.cell.height, 480)
      let picture = PlaneDrawing(plane, side: side).picture
      if let graphics = GraphicsText(picture, width: width, rows: room, largestScale: 2, screen: screen) {
        add(graphics)
      }
    } else if screen.colours == .none {
      let lines = PlaneText(plane, width: width, rows: room).lines
      self.rows += lines.map { Row(text: $0, columns: $0.count) }
    } else {
      let cells = PlaneCells(plane, width: width, rows: room)
      self.rows += cells.lines(screen.colours).map { Row(text: $0, columns: cells.columns) }
    }
    self.rows += legend
    add(caption, screen)
  }

  /// Returns the legend that says which colour is which class; without colours, the signs have a legend of their own.
  private static func legend(_ plane: Plane, width: Int, rows: Int, _ colours: Screen.Colours) -> [Row] {
    guard colours != .none else { return [] }
    let legend = LegendText(plane, width: width).lines(colours)
    // Where there is hardly room for the picture, it comes first.
    return rows - legend.count < 5 || legend.contains { $0.columns > width } ? [] : legend
  }

  private mutating func add(_ graphics: GraphicsText) {
    image = graphics
    rows += Array(repeating: Row(text: "", columns: 0), count: graphics.rows)
  }
}
