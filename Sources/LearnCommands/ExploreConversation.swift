import CellRunner
import Display
import Figures
import Foundation
import Synchronization
import Terminal

/// Between the reader and a cell that waits for points: keys or lines go one way, pictures the other.
///
/// One point is under way at a time, so that a held key never runs ahead of what is seen.
final class ExploreConversation: Sendable {
  private struct State {
    /// All that the cell said until it was done.
    var whole = Recording()
    /// What it says about one point.
    var part = Recording()
    var isInPart = false
    var view: ExploreView?
    /// The point that the cell works on.
    var underway: [Float]?
    var isOpen = false
    /// What came in lines and is still to be answered, and whether there will be more.
    var waiting: [Request] = []
    var isOver = false
    var training: TerminalDisplay?
  }

  private enum Request {
    case point([Float])
    /// What is wrong with a line.
    case complaint(String)
  }

  private let state: Mutex<State>
  private let screen: Screen
  private let session: CellSession
  private let cell: String
  private let json: Bool
  private let terminal = RawTerminal()

  init(screen: Screen, session: CellSession, cell: String, json: Bool) {
    self.screen = screen
    self.session = session
    self.cell = cell
    self.json = json
    state = Mutex(State())
    if isWatched { state.withLock { $0.training = TerminalDisplay(screen: screen) } }
  }

  private var isWatched: Bool { screen.isInteractive && !json }

  /// What the cell says.
  func add(_ event: Event) {
    state.withLock { state in
      if json { Output.write(String(decoding: EventEncoder.line(for: event, cell: cell), as: UTF8.self)) }
      state.training?.add(event)
      switch event {
      case .explore:
        state.whole.add(event)
        state.part = Recording()
        state.isInPart = true
      case .explored(let point):
        state.isInPart = false
        explored(point, &state)
      case .done: open(&state)
      default:
        if state.isInPart || state.isOpen { state.part.add(event) } else { state.whole.add(event) }
      }
    }
  }

  /// The cell has come to its end: from now on the reader leads.
  private func open(_ state: inout State) {
    guard let exploration = state.whole.exploration else { return }
    if var training = state.training {
      Output.write(training.clear())
      state.training = nil
    }
    var view = ExploreView(exploration, of: state.whole)
    view.show(state.part)
    state.part = Recording()
    state.view = view
    state.isOpen = true
    if isWatched {
      terminal.begin()
      Output.write(view.frame(Screen.current(plain: false)))
      Thread.detachNewThread { self.readKeys() }
    } else {
      if !json { Output.write("\(exploration.name): \(view.ranges).\n") }
      Thread.detachNewThread { self.readLines() }
    }
  }

  private func explored(_ point: [Float], _ state: inout State) {
    guard state.isOpen else { return }
    state.view?.show(state.part)
    state.part = Recording()
    state.underway = nil
    guard let view = state.view else { return }
    if isWatched {
      Output.write(view.frame(Screen.current(plain: false)))
      if view.point != point { ask(view.point, &state) }
    } else {
      if !json { Output.write(view.text(at: point, screen)) }
      answer(&state)
    }
  }

  private func ask(_ point: [Float], _ state: inout State) {
    state.underway = point
    session.show(point)
  }

  // MARK: Keys

  private func readKeys() {
    let keys = KeyReader()
    while true {
      let key = keys.next { _ in true }
      let leaves = state.withLock { state -> Bool in
        switch state.view?.press(key) {
        case .leave, nil: return true
        case .nothing: return false
        case .redraw:
          if let view = state.view { Output.write(view.frame(Screen.current(plain: false))) }
          return false
        case .move:
          if state.underway == nil, let point = state.view?.point { ask(point, &state) }
          return false
        }
      }
      if leaves { break }
    }
    session.close()
  }

  /// Gives the screen back, and leaves on it what was seen last.
  func finish() {
    state.withLock { state in
      if var training = state.training { Output.write(training.clear()) }
      state.training = nil
      guard isWatched, state.isOpen, let view = state.view else { return }
      terminal.end()
      Output.write(view.text(at: view.point, screen))
      state.isOpen = false
    }
  }

  // MARK: Lines

  private func readLines() {
    while let line = readLine() {
      let words = line.split(whereSeparator: \.isWhitespace)
      if words.isEmpty { continue }
      state.withLock { state in
        guard let view = state.view else { return }
        state.waiting.append(Self.request(words.map(String.init), view))
        answer(&state)
      }
    }
    state.withLock { state in
      state.isOver = true
      answer(&state)
    }
  }

  /// Goes on to the next line that waits; behind the last one, the cell may end.
  private func answer(_ state: inout State) {
    while state.underway == nil, !state.waiting.isEmpty {
      switch state.waiting.removeFirst() {
      case .point(let point): ask(point, &state)
      case .complaint(let sentence): Output.complain(sentence + "\n")
      }
    }
    if state.isOver, state.underway == nil { session.close() }
  }

  private static func request(_ words: [String], _ view: ExploreView) -> Request {
    let exploration = view.exploration
    let point = words.map { Float($0) }
    let numbers = point.compactMap(\.self)
    guard point.count == exploration.dimensions, numbers.count == point.count else {
      let names = exploration.axes.joined(separator: " ")
      return .complaint("error: `\(words.joined(separator: " "))` is no point: a line is \(names), \(view.ranges)")
    }
    for axis in numbers.indices
    where !(exploration.from[axis]...exploration.to[axis]).contains(numbers[axis]) {
      let low = ExploreView.number(exploration.from[axis]), high = ExploreView.number(exploration.to[axis])
      return .complaint(
        "error: \(exploration.axes[axis]) \(ExploreView.number(numbers[axis])) is outside: it goes from \(low) to \(high)")
    }
    return .point(numbers)
  }
}
