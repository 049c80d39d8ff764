@testable import Events

/// Events of every kind. A new case of `Event` does not compile here until it has a kind, and a kind not until it has
/// samples.
enum EventKind: String, CaseIterable {
  case text, progress, metric, series, image, points, field, arrows, table, bars, parameter, explore, explored, kept,
    stopped, error, done

  init(_ event: Event) {
    switch event {
    case .text: self = .text
    case .progress: self = .progress
    case .metric: self = .metric
    case .series: self = .series
    case .image: self = .image
    case .points: self = .points
    case .field: self = .field
    case .arrows: self = .arrows
    case .table: self = .table
    case .bars: self = .bars
    case .parameter: self = .parameter
    case .explore: self = .explore
    case .explored: self = .explored
    case .kept: self = .kept
    case .stopped: self = .stopped
    case .error: self = .error
    case .done: self = .done
    }
  }

  var samples: [Event] {
    switch self {
    case .text:
      [.text(""), .text("plain"), .text("quote \" backslash \\ slash / tab \t end"), .text("é σ 数 🙂 e\u{301}")]
    case .progress: [.progress(step: 0, total: 300, unit: "step"), .progress(step: 300, total: 300, unit: "épo\"que")]
    case .metric:
      [
        .metric(Metric(name: "accuracy", value: 0.975)),
        .metric(Metric(name: "loss", value: -1.5e-30, unit: "nats", expected: -2...0.1)),
        .metric(Metric(name: "top", value: .greatestFiniteMagnitude, expected: 3...3)),
        .metric(Metric(name: "beyond", value: .infinity)),
        .metric(Metric(name: "below", value: -.infinity, unit: "nats")),
      ]
    case .series:
      [
        .series(Series(name: "loss", x: [], y: [])),
        .series(Series(name: "loss", x: [1, 11, 0.1], y: [2.3025851, 1e-7, 16_777_216])),
      ]
    case .image:
      [
        .image(
          Picture(
            width: 2, height: 3, channels: .grey, bytes: [0, 1, 127, 128, 254, 255], caption: "c", alternative: "a")),
        .image(
          Picture(width: 1, height: 1, channels: .rgb, bytes: [255, 0, 9], caption: "", alternative: "one pixel")),
      ]
    case .points:
      [
        .points(PointCloud(name: "ring", x: [0, -1.5], y: [2, 1e-7], classes: [0, 7], bounds: Bounds(2))),
        .points(PointCloud(name: "", x: [], y: [], bounds: Bounds(x: -1...2, y: 0...0.5))),
      ]
    case .field: [.field(Field(name: "D", columns: 2, rows: 1, values: [0.25, -3], bounds: Bounds(1)))]
    case .arrows: [.arrows(Arrows(name: "∇", x: [0], y: [1], dx: [0.5], dy: [-0.5], bounds: Bounds(1)))]
    case .table: [.table(Table(name: "t", head: ["a \"b\"", "c"], rows: [["1", "é"], ["", "\\"]]))]
    case .bars:
      [.bars(Bars(name: "h", labels: ["0.5", "1"], values: [3, 0])), .bars(Bars(name: "", labels: [], values: []))]
    case .parameter:
      [
        .parameter(Setting(name: "beta", value: 1, range: 0...8)),
        .parameter(Setting(name: "steps", value: 300, range: 1...1000, step: 1)),
      ]
    case .explore:
      [
        .explore(Exploration(name: "codes", axes: ["x", "y"], from: [-3, -3], to: [3, 2.5], start: [0, 0])),
        .explore(Exploration(name: "", axes: ["\"smile\""], from: [0.1], to: [0.9], start: [0.9])),
      ]
    case .explored: [.explored(point: [0.25, -3]), .explored(point: [])]
    case .kept: [.kept(name: "weights", count: 650), .kept(name: "", count: 0)]
    case .stopped: [.stopped(step: 3, total: 600, isKept: true), .stopped(step: 0, total: 0, isKept: false)]
    case .error: [.error(message: "matmul: 784 ≠ 400", line: nil), .error(message: "here", line: 41)]
    case .done:
      [.done(seed: .max, seconds: 0.125, digest: "cbf29ce484222325"), .done(seed: 0, seconds: 3, digest: "")]
    }
  }

  static var allSamples: [Event] { allCases.flatMap(\.samples) }
}

extension EventDecoder {
  /// A decoder that takes more than any line here has.
  init() { self.init(maximumLine: 64 << 20, maximumNumbers: 1_000_000) }
}
