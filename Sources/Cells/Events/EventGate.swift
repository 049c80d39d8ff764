import Course
import Events

/// A filter of all that a cell writes: it lets through events in their place, and no more of them than `Limits` allow.
///
/// What comes behind one that is not let through is not read.
struct EventGate {
  private let cell: Cell
  /// The call that says that the cell has done what was asked of it; it returns whether anything was.
  private let rests: () -> Bool
  /// Whether the cell was asked to stop.
  private let mayStop: () -> Bool
  private var decoder = EventDecoder()
  private var order = EventOrder()
  private var count = EventCount()
  private var refusal: CellError.StopReason?

  /// - Parameters:
  ///   - rests: for a cell that shows points behind its end; without it, there is no point that was asked for.
  init(_ cell: Cell, rests: @escaping () -> Bool = { false }, mayStop: @escaping () -> Bool = { false }) {
    self.cell = cell
    self.rests = rests
    self.mayStop = mayStop
  }

  /// The state of the run, as far as its events tell.
  struct Result {
    /// The reason for which the cell is to be ended.
    var refusal: CellError.StopReason?
    /// Whether the cell has come to its end.
    var isDone: Bool
  }

  var result: Result { Result(refusal: refusal, isDone: order.isDone) }

  /// Hands on what `bytes` complete.
  ///
  /// - Returns: whether more may come.
  mutating func read(_ bytes: some Sequence<UInt8>, _ pass: (CellEvent) -> Void) -> Bool {
    hand(decoder.decode(bytes), pass)
    return refusal == nil
  }

  /// Hands on what stands on an unfinished last line.
  mutating func finish(_ pass: (CellEvent) -> Void) { hand(decoder.finish(), pass) }

  private mutating func hand(_ events: [CellEvent], _ pass: (CellEvent) -> Void) {
    for event in events {
      guard refusal == nil else { return }
      if let excess = count.add(event) {
        refusal = .saidTooMuch(excess)
        return
      }
      // A stop may as well be one of a cell that this one needs.
      if event.isOf(cell) || event.event.isStop {
        var isAtRest = false
        let misplaced = order.add(
          event.event,
          rests: {
            isAtRest = rests()
            return isAtRest
          }, mayStop: mayStop())
        if let misplaced {
          refusal = .misplaced(misplaced)
          return
        }
        // Of each point, as much may be shown as before the first.
        if isAtRest { count = EventCount() }
      }
      // Behind the rest: the host may ask for the next point at once.
      pass(event)
    }
    if refusal == nil, let excess = decoder.excess { refusal = .saidTooMuch(EventLimit(excess)) }
  }
}

extension Event {
  fileprivate var isStop: Bool { if case .stopped = self { true } else { false } }
}

extension CellEvent {
  /// Whether the cell itself says it, and not one that it needs. What bypasses `print` names no cell.
  package func isOf(_ cell: Cell) -> Bool { self.cell == nil || self.cell == cell.id }
}
