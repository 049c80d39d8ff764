import Events

/// The size of an event, counted in each kind of content that has a limit.
struct EventSize {
  /// Bytes of its longest text, and of all its texts.
  private(set) var longestText = 0
  private(set) var texts = 0
  /// Lines of text.
  private(set) var lines = 0
  private(set) var numbers = 0
  /// Cells of a table and its rows, labels of bars.
  private(set) var labels = 0
  /// Bytes of a picture.
  private(set) var pixels = 0

  init(_ event: Event) {
    switch event {
    case .text(let text):
      add([text])
      // An end of a line that a cell has sent within a text was made visible.
      lines = 1 + text.unicodeScalars.count { $0 == "\u{240A}" }
    case .progress(_, _, let unit): add([unit])
    case .metric(let metric): add([metric.name, metric.unit])
    case .series(let series):
      add([series.name])
      numbers = series.x.count + series.y.count
    case .image(let picture):
      add([picture.caption, picture.alternative])
      pixels = picture.bytes.count
    case .points(let points):
      add([points.name])
      numbers = points.x.count + points.y.count + points.classes.count
    case .field(let field):
      add([field.name])
      numbers = field.values.count
    case .arrows(let arrows):
      add([arrows.name])
      numbers = arrows.x.count + arrows.y.count + arrows.dx.count + arrows.dy.count
    case .table(let table):
      add([table.name])
      add(labels: table.head)
      for row in table.rows { add(labels: row) }
      // A row takes room though it may be empty.
      labels += table.rows.count
    case .bars(let bars):
      add([bars.name])
      add(labels: bars.labels)
      numbers = bars.values.count
    case .parameter(let setting): add([setting.name])
    case .explore(let exploration): add([exploration.name] + exploration.axes)
    case .explored(let point): numbers = point.count
    case .kept(let name, _): add([name])
    case .stopped: break
    case .error(let message, _): add([message])
    case .done(_, _, let digest): add([digest])
    }
  }

  private mutating func add(_ texts: [String]) {
    for text in texts {
      let bytes = text.utf8.count
      longestText = max(longestText, bytes)
      self.texts += bytes
    }
  }

  private mutating func add(labels: [String]) {
    add(labels)
    self.labels += labels.count
  }
}
