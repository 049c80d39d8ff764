import Display

/// What one run of a cell has shown so far, gathered from its events.
package struct Recording: Equatable, Sendable {
  /// One thing that was shown, in the order in which it first appeared.
  package enum Item: Equatable, Sendable {
    case text(String)
    case metric(Metric)
    case curve(Series)
    case picture(Picture)
    case plane(Plane)
    case table(Table)
    case bars(Bars)
    case setting(Setting)
  }

  package private(set) var items: [Item] = []
  /// How often each of the items has changed: whoever has drawn one knows whether to draw it again.
  package private(set) var changes: [Int] = []
  /// How often `show` has set all items anew.
  private var shownSets = 0
  /// The last report of progress.
  package private(set) var progress: (step: Int, total: Int, unit: String)?
  /// What a reader may move through.
  package private(set) var exploration: Exploration?
  package private(set) var failure: (message: String, line: Int?)?
  package private(set) var done: (seed: UInt64, seconds: Double, digest: String)?

  package init() {}

  package init(_ events: some Sequence<Event>) {
    for event in events { add(event) }
  }

  /// Takes in one more event. Points of a curve join the curve of that name; anything else of a name
  /// that was there takes its place.
  package mutating func add(_ event: Event) {
    switch event {
    case .text(let text): Self.lines(text).forEach { append(.text($0)) }
    case .metric(let metric): add(metric)
    case .series(let series): add(series)
    case .image(let picture): add(picture)
    case .points(let points): changePlane(points.name, points.bounds) { $0.show(points) }
    case .field(let field): changePlane(field.name, field.bounds) { $0.show(field) }
    case .arrows(let arrows): changePlane(arrows.name, arrows.bounds) { $0.show(arrows) }
    case .table(let table):
      replace(.table(table)) { if case .table(let old) = $0 { old.name == table.name } else { false } }
    case .bars(let bars): replace(.bars(bars)) { if case .bars(let old) = $0 { old.name == bars.name } else { false } }
    case .parameter(let setting): append(.setting(setting))
    case .progress(let step, let total, let unit): progress = (step, total, unit)
    case .explore(let exploration): self.exploration = exploration
    case .kept, .explored, .stopped: break
    case .error(let message, let line): failure = (message, line)
    case .done(let seed, let seconds, let digest): done = (seed, seconds, digest)
    }
  }

  /// These items in place of all others; one that differs from what had its place counts as changed.
  package mutating func show(_ items: [Item]) {
    let former = self.items
    shownSets += 1
    changes = items.indices.map { $0 < former.count && former[$0] == items[$0] ? changes[$0] : shownSets }
    self.items = items
  }

  /// Each line of a text stands for itself, as it would had it been printed: the decoder has made its end visible
  /// (a `␊` that a cell writes itself ends a line, too).
  private static func lines(_ text: String) -> [String] {
    var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\u{240A}" }.map(String.init)
    if lines.count > 1, lines.last == "" { lines.removeLast() }
    return lines
  }

  private mutating func add(_ metric: Metric) {
    replace(.metric(metric)) { if case .metric(let old) = $0 { old.name == metric.name } else { false } }
  }

  /// A picture of the same caption is the same picture, further on.
  private mutating func add(_ picture: Picture) {
    replace(.picture(picture)) { item in
      if case .picture(let old) = item { !picture.caption.isEmpty && old.caption == picture.caption } else { false }
    }
  }

  /// Puts the item in the place of the one that it continues, else behind all others.
  private mutating func replace(_ item: Item, _ isContinued: (Item) -> Bool) {
    guard let index = items.firstIndex(where: isContinued) else { return append(item) }
    items[index] = item
    changes[index] += 1
  }

  private mutating func append(_ item: Item) {
    items.append(item)
    changes.append(0)
  }

  private mutating func changePlane(_ name: String, _ bounds: Bounds, _ change: (inout Plane) -> Void) {
    for index in items.indices {
      if case .plane(var plane) = items[index], plane.name == name {
        change(&plane)
        items[index] = .plane(plane)
        changes[index] += 1
        return
      }
    }
    var plane = Plane(name: name, bounds: bounds)
    change(&plane)
    append(.plane(plane))
  }

  private mutating func add(_ series: Series) {
    for index in items.indices {
      if case .curve(var curve) = items[index], curve.name == series.name {
        // Taken out before it grows, so that appending does not copy the curve each time.
        items[index] = .text("")
        curve.x += series.x
        curve.y += series.y
        items[index] = .curve(curve)
        changes[index] += 1
        return
      }
    }
    append(.curve(series))
  }

  package static func == (left: Recording, right: Recording) -> Bool {
    left.items == right.items && left.done?.digest == right.done?.digest
      && left.failure?.message == right.failure?.message
  }
}
