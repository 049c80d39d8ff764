import Display

/// What one run of a cell has shown so far, gathered from its events.
package struct Recording: Equatable, Sendable {
  /// One thing that was shown, in the order in which it first appeared.
  package enum Item: Equatable, Sendable {
    case text(String)
    case metric(Metric)
    case curve(Series)
    case picture(Picture)
    case setting(Setting)
  }

  package private(set) var items: [Item] = []
  /// The last report of progress.
  package private(set) var progress: (step: Int, total: Int, unit: String)?
  package private(set) var failure: (message: String, line: Int?)?
  package private(set) var done: (seed: UInt64, seconds: Double, digest: String)?

  package init() {}

  package init(_ events: some Sequence<Event>) {
    for event in events { add(event) }
  }

  /// Takes in one more event. Points of a curve join the curve of that name; a metric replaces its former value.
  package mutating func add(_ event: Event) {
    switch event {
    case .text(let text): items.append(.text(text))
    case .metric(let metric): add(metric)
    case .series(let series): add(series)
    case .image(let picture): items.append(.picture(picture))
    case .parameter(let setting): items.append(.setting(setting))
    case .progress(let step, let total, let unit): progress = (step, total, unit)
    case .kept: break
    case .error(let message, let line): failure = (message, line)
    case .done(let seed, let seconds, let digest): done = (seed, seconds, digest)
    }
  }

  private mutating func add(_ metric: Metric) {
    for index in items.indices {
      if case .metric(let former) = items[index], former.name == metric.name {
        items[index] = .metric(metric)
        return
      }
    }
    items.append(.metric(metric))
  }

  private mutating func add(_ series: Series) {
    for index in items.indices {
      if case .curve(var curve) = items[index], curve.name == series.name {
        // Taken out before it grows, so that appending does not copy the curve each time.
        items[index] = .text("")
        curve.x += series.x
        curve.y += series.y
        items[index] = .curve(curve)
        return
      }
    }
    items.append(.curve(series))
  }

  package static func == (left: Recording, right: Recording) -> Bool {
    left.items == right.items && left.done?.digest == right.done?.digest
      && left.failure?.message == right.failure?.message
  }
}
