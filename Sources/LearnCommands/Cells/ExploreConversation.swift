import Cells
import Course
import Events
import Figures
import Foundation
import Synchronization
import Terminal

/// The conversation of a reader with a cell that waits for points: keys or lines go one way, pictures the other.
///
/// One point is under way at a time, so that a held key never runs ahead of what is seen.
final class ExploreConversation: Sendable {
  private struct State {
    /// The recording of all that the cell said until it was done.
    var whole = Recording()
    /// The recording of what it says about one point.
    var part = Recording()
    var isInPart = false
    /// The view of the reader, when the cell has come to its end.
    var view: ExploreView?
    /// The point that the cell works on.
    var underway: [Float]?
    /// Whether the reader has left: then nothing more is wanted of the cell.
    var hasLeft = false
    /// The requests that came in lines and are still to be answered. `isOver` says that there will be no more.
    var waiting: [Request] = []
    var isOver = false
  }

  private enum Request {
    case point([Float])
    /// A line that is no point, and what is wrong with it.
    case complaint(String)
  }

  private let state = Mutex(State())
  private let screen: Screen
  private let output: Output
  private let session: CellSession
  private let cell: String
  private let json: Bool
  /// The training, while somebody looks on.
  private let training: TerminalDisplay?

  init(_ cell: Cell, of lesson: Lesson, screen: Screen, output: Output, session: CellSession, json: Bool) {
    self.screen = screen
    self.output = output
    self.session = session
    self.cell = cell.id
    self.json = json
    training = screen.isInteractive && !json ? TerminalDisplay(cell, of: lesson, screen: screen, output: output) : nil
  }

  /// The cell is compiled, and runs from now on.
  func begin() { training?.begin() }

  /// Takes the progress of a cell that this one needs.
  func add(_ event: Event, of needed: String) {
    if json { output.write(String(decoding: EventEncoder.line(for: event, cell: needed), as: UTF8.self)) }
    training?.add(event, of: needed)
  }

  /// Takes an event of the cell.
  func add(_ event: Event) {
    if json { output.write(String(decoding: EventEncoder.line(for: event, cell: cell), as: UTF8.self)) }
    let isOpening = state.withLock { state in
      switch event {
      case .explore:
        state.whole.add(event)
        state.part = Recording()
        state.isInPart = true
      case .explored:
        state.isInPart = false
        // The point that was asked for, whatever the cell says of it.
        if let point = state.underway { explored(point, &state) }
      case .done: return state.whole.exploration != nil
      default:
        if state.isInPart || state.view != nil { state.part.add(event) } else { state.whole.add(event) }
        if state.view == nil { training?.add(event) }
      }
      return false
    }
    if isOpening { open() }
  }

  /// The cell has come to its end: from now on the reader leads.
  private func open() {
    training?.close()
    let isWatched = training != nil && LiveScreen.enter { [weak self] in self?.draw(anew: true) }
    state.withLock { state in
      guard let exploration = state.whole.exploration else { return }
      var view = ExploreView(exploration, of: state.whole, screen: screen)
      view.show(state.part)
      state.part = Recording()
      state.view = view
      if !isWatched, !json { output.write("\(exploration.name): \(view.ranges).\n") }
    }
    draw(anew: true)
    Thread.detachNewThread { if isWatched { self.readKeys() } else { self.readLines() } }
  }

  private func explored(_ point: [Float], _ state: inout State) {
    state.view?.show(state.part)
    state.part = Recording()
    state.underway = nil
    guard let view = state.view else { return }
    if LiveScreen.isOn {
      draw(&state, anew: false)
      if view.point != point { ask(view.point, &state) }
    } else {
      if !json { output.write(view.text(at: point)) }
      answer(&state)
    }
  }

  private func ask(_ point: [Float], _ state: inout State) {
    state.underway = point
    session.show(point)
  }

  /// Gives the screen back, and leaves on it what was seen last.
  func finish() {
    training?.close()
    guard LiveScreen.isOn else { return }
    LiveScreen.leave()
    state.withLock { state in
      if let view = state.view { output.write(view.text(at: view.point)) }
    }
  }

  // MARK: Keys

  private func draw(anew: Bool) {
    state.withLock { draw(&$0, anew: anew) }
  }

  private func draw(_ state: inout State, anew: Bool) {
    guard LiveScreen.isOn else { return }
    if anew { state.view?.forget() }
    if let frame = state.view?.frame(screen.measured()) { output.write(frame) }
  }

  private func readKeys() {
    let window = Interruption.watchWindow()
    defer { window.cancel() }
    let keys = KeyReader()
    while true {
      // Where the cell has failed nobody presses a key to leave.
      let key = keys.next(within: 200) { _ in true }
      if key == .late, LiveScreen.isOn { continue }
      let leaves = state.withLock { state in
        switch key == .late ? .leave : state.view?.press(key) {
        case .leave, nil: return true
        case .nothing: break
        case .redraw: draw(&state, anew: false)
        case .move: if state.underway == nil, let point = state.view?.point { ask(point, &state) }
        }
        return false
      }
      if leaves { break }
    }
    state.withLock { $0.hasLeft = true }
    session.close()
    // A picture may be under way that takes its time.
    Interruption.cancelSoon()
  }

  /// Whether the reader has left by a key.
  var hasLeft: Bool { state.withLock { $0.hasLeft } }

  // MARK: Lines

  private func readLines() {
    while case .line(let line) = LineReader.next() {
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
      case .complaint(let sentence): output.error("error: \(sentence)\n")
      }
    }
    if state.isOver, state.underway == nil { session.close() }
  }

  private static func request(_ words: [String], _ view: ExploreView) -> Request {
    let exploration = view.exploration
    let numbers = words.compactMap { Float(decimal: $0) }
    guard words.count == exploration.dimensions, numbers.count == words.count else {
      let names = exploration.axes.joined(separator: " ")
      return .complaint("`\(words.joined(separator: " "))` is no point: a line is \(names), with \(view.ranges)")
    }
    for axis in numbers.indices
    where !(exploration.from[axis]...exploration.to[axis]).contains(numbers[axis]) {
      let low = ExploreView.number(exploration.from[axis]), high = ExploreView.number(exploration.to[axis])
      let value = ExploreView.number(numbers[axis])
      return .complaint("\(exploration.axes[axis]) \(value) is outside: it goes from \(low) to \(high)")
    }
    return .point(numbers)
  }
}
