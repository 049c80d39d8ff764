import Events

/// The position of a cell by its own account: its end and the points that it shows have an order, which only forged
/// events break.
///
/// In front of its end, a cell may say once what can be explored, then what is at the start, and that this was it.
/// Behind its end, it shows points that it was asked for.
struct EventOrder {
  private enum Stage: Equatable {
    case plain
    /// A cell that shows the point at which exploring begins.
    case inFirstPoint(axes: Int)
    case explorable(axes: Int)
  }

  private var stage = Stage.plain
  private(set) var isDone = false

  /// Takes one more event of the cell itself in.
  ///
  /// - Parameters:
  ///   - rests: called where the cell says that it has done what was asked of it; `false` where nothing was.
  ///   - mayStop: whether it was asked to stop.
  /// - Returns: what is wrong with it.
  mutating func add(_ event: Event, rests: () -> Bool, mayStop: Bool) -> CellError.MisplacedEvent? {
    switch (event, stage) {
    case (.explore(let exploration), .plain) where !isDone: stage = .inFirstPoint(axes: exploration.dimensions)
    case (.explore, _): return .exploreAgain
    case (.explored(let point), .inFirstPoint(let axes)):
      guard point.count == axes else { return .explored(numbers: point.count, axes: axes) }
      stage = .explorable(axes: axes)
    case (.explored(let point), .explorable(let axes)):
      guard isDone, rests() else { return .exploredUnasked }
      guard point.count == axes else { return .explored(numbers: point.count, axes: axes) }
    case (.explored, .plain): return .exploredUnasked
    case (.done, _) where isDone: return .doneAgain
    case (.done, .inFirstPoint): return .doneInPoint
    case (.done, .plain): isDone = true
    case (.done, .explorable):
      isDone = true
      _ = rests()
    case (.stopped, _): return mayStop ? nil : .stoppedUnasked
    default: break
    }
    return nil
  }
}
