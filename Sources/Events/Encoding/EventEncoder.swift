import JSONLines

/// The encoder of events, each as its line of JSON.
public enum EventEncoder {
  /// The bytes of one line, `\n` included. `cell` is the id of the cell that speaks.
  public static func line(for event: Event, cell: String) -> [UInt8] {
    var line = JSONLine()
    line.field("v", Event.version)
    line.field("cell", cell)
    line.field("kind", plain: event.kind.name)
    switch event {
    case .text(let text):
      line.field("text", text)
    case .progress(let step, let total, let unit):
      line.field("step", step)
      line.field("of", total)
      line.field("unit", unit)
    case .metric(let metric):
      line.field("name", metric.name)
      line.field("value", metric.value)
      if metric.value.isInfinite { line.field("infinite", metric.value > 0 ? 1 : -1) }
      line.field("unit", metric.unit)
      if let expected = metric.expected {
        line.field("lowest", expected.lowerBound)
        line.field("highest", expected.upperBound)
      }
    case .series(let series):
      line.field("name", series.name)
      line.field("x", series.x)
      line.field("y", series.y)
    case .image(let picture):
      line.field("width", picture.width)
      line.field("height", picture.height)
      line.field("channels", picture.channels.rawValue)
      line.field("bytes", base64: picture.bytes)
      line.field("caption", picture.caption)
      line.field("alternative", picture.alternative)
    case .points(let cloud):
      line.field("name", cloud.name)
      line.field("x", cloud.x)
      line.field("y", cloud.y)
      if !cloud.classes.isEmpty { line.field("classes", cloud.classes) }
      line.field("bounds", cloud.bounds.numbers)
    case .field(let field):
      line.field("name", field.name)
      line.field("columns", field.columns)
      line.field("rows", field.rows)
      line.field("values", field.values)
      line.field("bounds", field.bounds.numbers)
    case .arrows(let arrows):
      line.field("name", arrows.name)
      line.field("x", arrows.x)
      line.field("y", arrows.y)
      line.field("dx", arrows.dx)
      line.field("dy", arrows.dy)
      line.field("bounds", arrows.bounds.numbers)
    case .table(let table):
      line.field("name", table.name)
      line.field("head", table.head)
      line.field("cells", table.rows)
    case .bars(let bars):
      line.field("name", bars.name)
      line.field("labels", bars.labels)
      line.field("values", bars.values)
    case .parameter(let setting):
      line.field("name", setting.name)
      line.field("value", setting.value)
      line.field("lowest", setting.range.lowerBound)
      line.field("highest", setting.range.upperBound)
      line.field("step", setting.step)
    case .explore(let exploration):
      line.field("name", exploration.name)
      line.field("axes", exploration.axes)
      line.field("from", exploration.from)
      line.field("to", exploration.to)
      line.field("start", exploration.start)
    case .explored(let point):
      line.field("point", point)
    case .kept(let name, let count):
      line.field("name", name)
      line.field("count", count)
    case .stopped(let step, let total, let isKept):
      line.field("step", step)
      line.field("of", total)
      line.field("kept", isKept ? 1 : 0)
    case .error(let message, let sourceLine):
      line.field("message", message)
      if let sourceLine { line.field("line", sourceLine) }
    case .done(let seed, let seconds, let digest):
      line.field("seed", "\(seed)")
      // What prints a Double would be another 4 KB of WebAssembly.
      line.field("seconds", Float(seconds))
      line.field("digest", digest)
    }
    return line.finished()
  }
}

extension Bounds {
  /// Lowest and highest x, lowest and highest y.
  fileprivate var numbers: [Float] { [x.lowerBound, x.upperBound, y.lowerBound, y.upperBound] }
}
