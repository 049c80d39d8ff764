import Course
import Display
import Foundation

/// One line of the event stream as JSON has it. `event()` makes sure that what belongs together is together.
struct EventLine: Decodable {
  var v: Int
  var cell: String?
  var kind: String
  var text: String?
  var step: Double?
  var of: Int?
  var unit: String?
  var name: String?
  var value: Float?
  var infinite: Int?
  var lowest: Float?
  var highest: Float?
  var x: [Float?]?
  var y: [Float?]?
  var dx: [Float?]?
  var dy: [Float?]?
  var classes: [Int]?
  var bounds: [Float]?
  var columns: Int?
  var rows: Int?
  var values: [Float?]?
  var head: [String]?
  var cells: [[String]]?
  var labels: [String]?
  var width: Int?
  var height: Int?
  var channels: Int?
  var bytes: Data?
  var caption: String?
  var alternative: String?
  var kept: Int?
  var axes: [String]?
  var from: [Float]?
  var to: [Float]?
  var start: [Float]?
  var point: [Float]?
  var count: Int?
  var message: String?
  var line: Int?
  var seed: String?
  var seconds: Double?
  var digest: String?

  struct Malformed: Error {}

  func event() throws -> CellEvent {
    guard v == Event.version else {
      return CellEvent(
        cell: cell.map(visible),
        event: .error(message: "the cell speaks version \(v) of the event format, this learn reads 1", line: nil))
    }
    return CellEvent(cell: cell.map(visible), event: try payload())
  }

  private func payload() throws -> Event {
    switch kind {
    case "text":
      return .text(visible(try need(text)))
    case "progress":
      guard let whole = Int(exactly: try need(step)) else { throw Malformed() }
      return .progress(step: whole, total: try need(of), unit: visible(unit ?? "step"))
    case "metric":
      return .metric(
        Metric(
          name: visible(try need(name)), value: value ?? infinity ?? .nan, unit: visible(unit ?? ""),
          expected: lowest == nil && highest == nil ? nil : try range()))
    case "series":
      let x = try need(x), y = try need(y)
      guard x.count == y.count else { throw Malformed() }
      return .series(Series(name: visible(try need(name)), x: x.map { $0 ?? .nan }, y: y.map { $0 ?? .nan }))
    case "image":
      return .image(try picture())
    case "points", "field", "arrows":
      return try plane()
    case "table":
      let head = try need(head), cells = try need(cells)
      guard cells.allSatisfy({ $0.count == head.count }) else { throw Malformed() }
      return .table(
        Table(name: visible(try need(name)), head: head.map(visible), rows: cells.map { $0.map(visible) }))
    case "bars":
      let labels = try need(labels), values = try need(values)
      guard labels.count == values.count else { throw Malformed() }
      return .bars(Bars(name: visible(try need(name)), labels: labels.map(visible), values: values.map { $0 ?? .nan }))
    case "parameter":
      return .parameter(
        Setting(name: visible(try need(name)), value: try need(value), range: try range(), step: Float(step ?? 0)))
    case "explore":
      return .explore(try exploration())
    case "explored":
      let point = try need(point)
      guard point.allSatisfy(\.isFinite) else { throw Malformed() }
      return .explored(point: point)
    case "kept":
      return .kept(name: visible(try need(name)), count: try need(count))
    case "stopped":
      guard let whole = Int(exactly: try need(step)) else { throw Malformed() }
      return .stopped(step: whole, total: try need(of), isKept: try need(kept) != 0)
    case "error":
      // A line that no file has is none: it is counted with further on.
      return .error(message: visible(try need(message)), line: line.flatMap { (1...1 << 30).contains($0) ? $0 : nil })
    case "done":
      guard let seed = UInt64(try need(seed)) else { throw Malformed() }
      return .done(seed: seed, seconds: try need(seconds), digest: visible(try need(digest)))
    default:
      throw Malformed()
    }
  }

  /// What JSON has no number for.
  private var infinity: Float? { infinite.map { $0 < 0 ? -.infinity : .infinity } }

  private func picture() throws -> Picture {
    let width = try need(width), height = try need(height), bytes = try need(bytes)
    // Bounds first: the product of two numbers from outside may overflow.
    guard let channels = Picture.Channels(rawValue: channels ?? 1), (1...16384).contains(width),
      (1...16384).contains(height), bytes.count == width * height * channels.rawValue
    else { throw Malformed() }
    return Picture(
      width: width, height: height, channels: channels, bytes: [UInt8](bytes), caption: visible(caption ?? ""),
      alternative: visible(alternative ?? ""))
  }

  private func exploration() throws -> Exploration {
    let axes = try need(axes), from = try need(from), to = try need(to), start = try need(start)
    guard (1...16).contains(axes.count), from.count == axes.count, to.count == axes.count, start.count == axes.count,
      axes.indices.allSatisfy({
        from[$0] < to[$0] && (to[$0] - from[$0]).isFinite && from[$0] <= start[$0] && start[$0] <= to[$0]
      })
    else { throw Malformed() }
    return Exploration(name: visible(try need(name)), axes: axes.map(visible), from: from, to: to, start: start)
  }

  private func range() throws -> ClosedRange<Float> {
    let lowest = lowest ?? -.infinity, highest = highest ?? .infinity
    guard lowest <= highest else { throw Malformed() }
    return lowest...highest
  }

  private func need<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Malformed() }
    return value
  }

  /// What lies in a plane.
  private func plane() throws -> Event {
    let name = visible(try need(name)), bounds = try planeBounds()
    func numbers(_ values: [Float?]?, _ count: Int? = nil) throws -> [Float] {
      let values = try need(values)
      guard count == nil || values.count == count else { throw Malformed() }
      return values.map { $0 ?? .nan }
    }
    switch kind {
    case "field":
      let columns = try need(columns), rows = try need(rows)
      guard (1...4096).contains(columns), (1...4096).contains(rows) else { throw Malformed() }
      return .field(
        Field(name: name, columns: columns, rows: rows, values: try numbers(values, columns * rows), bounds: bounds))
    case "points":
      let x = try numbers(x), classes = classes ?? []
      guard classes.isEmpty || classes.count == x.count else { throw Malformed() }
      return .points(PointCloud(name: name, x: x, y: try numbers(y, x.count), classes: classes, bounds: bounds))
    default:
      let x = try numbers(x)
      return .arrows(
        Arrows(
          name: name, x: x, y: try numbers(y, x.count), dx: try numbers(dx, x.count), dy: try numbers(dy, x.count),
          bounds: bounds))
    }
  }

  private func planeBounds() throws -> Bounds {
    let bounds = try need(bounds)
    guard bounds.count == 4, bounds.allSatisfy(\.isFinite), bounds[0] < bounds[1], bounds[2] < bounds[3] else {
      throw Malformed()
    }
    return Bounds(x: bounds[0]...bounds[1], y: bounds[2]...bounds[3])
  }
}
