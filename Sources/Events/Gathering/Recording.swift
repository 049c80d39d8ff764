/// The items that one run of a cell has shown so far, gathered from its events.
package struct Recording: Equatable, Sendable {
  /// A thing that was shown, in the order in which it first appeared.
  package enum Item: Equatable, Sendable {
    case text(String)
    case metric(Metric)
    case curve(Series)
    case picture(Picture)
    // By reference: the size of a plane would be that of each line of text, too.
    indirect case plane(Plane)
    case table(Table)
    case bars(Bars)
    case setting(Setting)
  }

  package private(set) var items: [Item] = []
  /// The number of times that each of the items has changed: whoever has drawn one knows whether to draw it again.
  package private(set) var changes: [Int] = []
  /// The index of each figure that has a name.
  private var places: [FigureName: Int] = [:]
  /// The number of times that `show` has set all items anew.
  private var shownSets = 0
  /// The last report of progress.
  package private(set) var progress: (step: Int, total: Int, unit: String)?
  /// The space that a reader may move through.
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
    case .metric(let metric): put(.metric(metric), under: event.figure)
    case .series(let series): add(series, under: event.figure)
    case .image(let picture): put(.picture(picture), under: event.figure)
    case .points(let points): changePlane(points.name, points.bounds, under: event.figure) { $0.show(points) }
    case .field(let field): changePlane(field.name, field.bounds, under: event.figure) { $0.show(field) }
    case .arrows(let arrows): changePlane(arrows.name, arrows.bounds, under: event.figure) { $0.show(arrows) }
    case .table(let table): put(.table(table), under: event.figure)
    case .bars(let bars): put(.bars(bars), under: event.figure)
    case .parameter(let setting): append(.setting(setting))
    case .progress(let step, let total, let unit): progress = (step, total, unit)
    case .explore(let exploration): self.exploration = exploration
    case .kept, .explored, .stopped: break
    case .error(let message, let line): failure = (message, line)
    case .done(let seed, let seconds, let digest): done = (seed, seconds, digest)
    }
  }

  /// Shows these items in place of all others; one that differs from what had its place counts as changed.
  package mutating func show(_ items: [Item]) {
    let former = self.items
    shownSets += 1
    changes = items.indices.map { $0 < former.count && former[$0] == items[$0] ? changes[$0] : shownSets }
    self.items = items
    places = [:]
    for (index, item) in items.enumerated() {
      for event in item.events.prefix(1) { note(event.figure, at: index) }
    }
  }

  /// Each line of a text stands for itself, as it would had it been printed: the decoder has made its end visible
  /// (a `␊` that a cell writes itself ends a line, too).
  private static func lines(_ text: String) -> [String] {
    // By bytes: most texts are one line. E2 is the first byte of `␊`.
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == 0xE2 }) else { return [text] }
    var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\u{240A}" }.map(String.init)
    if lines.count > 1, lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Puts the item in the place of the one that it continues, else behind all others.
  private mutating func put(_ item: Item, under figure: FigureName?) {
    guard let index = figure.flatMap({ places[$0] }) else {
      note(figure, at: items.count)
      return append(item)
    }
    items[index] = item
    changes[index] += 1
  }

  /// Notes that from now on, what comes under this name belongs to the item.
  private mutating func note(_ figure: FigureName?, at index: Int) {
    guard let figure, figure.name != nil, places[figure] == nil else { return }
    places[figure] = index
  }

  private mutating func append(_ item: Item) {
    items.append(item)
    changes.append(0)
  }

  private mutating func changePlane(
    _ name: String, _ bounds: Bounds, under figure: FigureName?, _ change: (inout Plane) -> Void
  ) {
    var plane = Plane(name: name, bounds: bounds)
    if let index = figure.flatMap({ places[$0] }), case .plane(let former) = items[index] { plane = former }
    change(&plane)
    put(.plane(plane), under: figure)
  }

  private mutating func add(_ series: Series, under figure: FigureName?) {
    guard let index = figure.flatMap({ places[$0] }), case .curve(var curve) = items[index] else {
      return put(.curve(series), under: figure)
    }
    // Taken out before it grows, so that appending does not copy the curve each time.
    items[index] = .text("")
    curve.x += series.x
    curve.y += series.y
    put(.curve(curve), under: figure)
  }

  package static func == (left: Recording, right: Recording) -> Bool {
    left.items == right.items && left.done?.digest == right.done?.digest
      && left.failure?.message == right.failure?.message
  }
}
