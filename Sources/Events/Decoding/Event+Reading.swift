import JSONLines
import Messages

extension Event {
  /// The event in the fields of a line; what belongs together is together, or it is none.
  init(_ line: JSONObject) throws(JSONObject.Failure) {
    let kind = try need(try line.text("kind"))
    for candidate in Kind.allCases where candidate.isNamed(kind) {
      self = try Event(candidate, line)
      return
    }
    throw .malformed
  }

  private init(_ kind: Kind, _ line: JSONObject) throws(JSONObject.Failure) {
    switch kind {
    case .text: self = .text(try line.shown("text"))
    case .progress:
      self = .progress(
        step: try need(try line.integer("step")), total: try need(try line.integer("of")),
        unit: try line.shown("unit", else: "step"))
    case .metric:
      // What JSON has no number for.
      let infinity: Float? = try line.integer("infinite").map { $0 < 0 ? -.infinity : .infinity }
      let lowest = try line.float("lowest"), highest = try line.float("highest")
      self = .metric(
        Metric(
          name: try line.shown("name"), value: try line.float("value") ?? infinity ?? .nan,
          unit: try line.shown("unit", else: ""), expected: lowest == nil && highest == nil ? nil : try line.limits()))
    case .series:
      let x = try line.numbers("x")
      self = .series(Series(name: try line.shown("name"), x: x, y: try line.numbers("y", count: x.count)))
    case .image: self = .image(try line.picture())
    case .points: self = .points(try line.points())
    case .field: self = .field(try line.field())
    case .arrows: self = .arrows(try line.arrows())
    case .table:
      let head = try line.shownList("head"), rows = try need(try line.rows("cells"))
      for row in rows where row.count != head.count { throw .malformed }
      self = .table(Table(name: try line.shown("name"), head: head, rows: rows.map { $0.map(visible) }))
    case .bars:
      let labels = try line.shownList("labels")
      self = .bars(
        Bars(name: try line.shown("name"), labels: labels, values: try line.numbers("values", count: labels.count)))
    case .parameter:
      self = .parameter(
        Setting(
          name: try line.shown("name"), value: try need(try line.float("value")), range: try line.limits(),
          step: try line.float("step") ?? 0))
    case .explore: self = .explore(try line.exploration())
    case .explored: self = .explored(point: try need(try line.floats("point", allowsNull: false)))
    case .kept: self = .kept(name: try line.shown("name"), count: try need(try line.integer("count")))
    case .stopped:
      self = .stopped(
        step: try need(try line.integer("step")), total: try need(try line.integer("of")),
        isKept: try need(try line.integer("kept")) != 0)
    case .error:
      // A line that no file has is none: it is counted with further on.
      let number = try line.integer("line")
      self = .error(
        message: try line.shown("message"), line: number.flatMap { (1...1 << 30).contains($0) ? $0 : nil })
    case .done:
      self = .done(
        seed: try line.seed(), seconds: try need(try line.double("seconds")), digest: try line.shown("digest"))
    }
  }
}

extension JSONObject {
  /// A text, made visible.
  fileprivate func shown(_ name: StaticString) throws(Failure) -> String { visible(try need(try text(name))) }

  fileprivate func shown(_ name: StaticString, else standard: String) throws(Failure) -> String {
    visible(try text(name) ?? standard)
  }

  fileprivate func shownList(_ name: StaticString) throws(Failure) -> [String] {
    try need(try texts(name)).map(visible)
  }

  /// Numbers, of which some may be none.
  fileprivate func numbers(_ name: StaticString, count: Int? = nil) throws(Failure) -> [Float] {
    let numbers = try need(try floats(name, allowsNull: true))
    if let count, numbers.count != count { throw .malformed }
    return numbers
  }

  /// The range in which a value should, or may, lie.
  fileprivate func limits() throws(Failure) -> ClosedRange<Float> {
    let lowest = try float("lowest") ?? -.infinity, highest = try float("highest") ?? .infinity
    guard lowest <= highest else { throw .malformed }
    return lowest...highest
  }

  fileprivate func bounds() throws(Failure) -> Bounds {
    let bounds = try need(try floats("bounds", allowsNull: false))
    guard bounds.count == 4, bounds[0] < bounds[1], bounds[2] < bounds[3] else { throw .malformed }
    return Bounds(x: bounds[0]...bounds[1], y: bounds[2]...bounds[3])
  }

  fileprivate func picture() throws(Failure) -> Picture {
    let width = try need(try integer("width")), height = try need(try integer("height"))
    let bytes = try need(try base64("bytes"))
    // Bounds first: the product of two numbers from outside may overflow.
    guard let channels = Picture.Channels(rawValue: try integer("channels") ?? 1), (1...16384).contains(width),
      (1...16384).contains(height), bytes.count == width * height * channels.rawValue
    else { throw .malformed }
    return Picture(
      width: width, height: height, channels: channels, bytes: bytes, caption: try shown("caption", else: ""),
      alternative: try shown("alternative", else: ""))
  }

  fileprivate func points() throws(Failure) -> PointCloud {
    let x = try numbers("x"), classes = try integers("classes") ?? []
    guard classes.isEmpty || classes.count == x.count else { throw .malformed }
    return PointCloud(
      name: try shown("name"), x: x, y: try numbers("y", count: x.count), classes: classes, bounds: try bounds())
  }

  fileprivate func field() throws(Failure) -> Field {
    let columns = try need(try integer("columns")), rows = try need(try integer("rows"))
    guard (1...4096).contains(columns), (1...4096).contains(rows) else { throw .malformed }
    return Field(
      name: try shown("name"), columns: columns, rows: rows, values: try numbers("values", count: columns * rows),
      bounds: try bounds())
  }

  fileprivate func arrows() throws(Failure) -> Arrows {
    let x = try numbers("x")
    return Arrows(
      name: try shown("name"), x: x, y: try numbers("y", count: x.count), dx: try numbers("dx", count: x.count),
      dy: try numbers("dy", count: x.count), bounds: try bounds())
  }

  fileprivate func exploration() throws(Failure) -> Exploration {
    let axes = try shownList("axes"), from = try need(try floats("from", allowsNull: false))
    let to = try need(try floats("to", allowsNull: false)), start = try need(try floats("start", allowsNull: false))
    guard (1...16).contains(axes.count), from.count == axes.count, to.count == axes.count, start.count == axes.count
    else { throw .malformed }
    for axis in axes.indices {
      guard from[axis] < to[axis], (to[axis] - from[axis]).isFinite, from[axis] <= start[axis], start[axis] <= to[axis]
      else { throw .malformed }
    }
    return Exploration(name: try shown("name"), axes: axes, from: from, to: to, start: start)
  }

  /// A seed is a text: not every number of 64 bits has a Double.
  fileprivate func seed() throws(Failure) -> UInt64 {
    guard let seed = UInt64(try need(try text("seed"))) else { throw .malformed }
    return seed
  }
}
