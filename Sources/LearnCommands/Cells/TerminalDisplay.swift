import Course
import Dispatch
import Events
import Foundation
import Synchronization
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Pictures that change while a person looks on; at the end, all of it once.
///
/// Frames are drawn on a clock of their own, twenty a second at most and none where nothing has changed: the cell does
/// not wait for them.
final class TerminalDisplay: RunDisplay, Sendable {
  private struct State {
    var screen: Screen
    var view: RunView
    var isOver = false
    /// Whether the line says that something is under way.
    var isAnnounced = false
    /// The time of the first event; `partStart` is that of the first of the cell that speaks.
    var start: ContinuousClock.Instant?
    var partStart: ContinuousClock.Instant?
    /// Another cell, which this one needs and which speaks.
    var needed: String?

    mutating func hear(_ speaker: String?) {
      if start == nil { start = .now }
      if partStart == nil || speaker != needed { partStart = .now }
      // The bar of the other cell is not this one's.
      if speaker != needed, speaker == nil { view.add(.progress(step: 0, total: 0, unit: "")) }
      needed = speaker
    }
  }

  /// The keys while it runs.
  private static let keys = "q: stop and keep"

  private let output: Output
  /// The lesson and the cell.
  private let title: String
  private let state: Mutex<State>
  /// Is signalled when no more keys are read.
  private let lastKey = DispatchSemaphore(value: 0)
  /// Draws; there where somebody sees it.
  private let clock = Mutex<Task<Void, any Error>?>(nil)

  init(_ cell: Cell, of lesson: Lesson, screen: Screen, output: Output) {
    self.output = output
    title = "\(lesson.number).\(cell.number) \(cell.id) · \(lesson.title)"
    var view = RunView(screen: screen)
    (view.title, view.keys) = (title, Self.keys)
    state = Mutex(State(screen: screen, view: view))
    guard screen.isInteractive else { return }
    announce("compiling …")
    Thread.detachNewThread { [self] in readKeys() }
    let task = Task { [weak self] in
      while true {
        try await Task.sleep(for: .milliseconds(50))
        self?.draw()
      }
    }
    clock.withLock { $0 = task }
  }

  /// The cell is compiled, and runs from now on.
  func begin() { announce("running …") }

  private func announce(_ what: String) {
    state.withLock { state in
      guard state.screen.isInteractive, !state.isOver, !LiveScreen.isOn, LiveScreen.isInForeground else { return }
      state.isAnnounced = true
      let words = "\(title) · \(what)".fitting(max(1, state.screen.measured().width - 1))
      output.write("\r" + Line(words, .faint).rendered(state.screen.colours) + "\u{1B}[K")
    }
  }

  /// Takes the keys that are pressed meanwhile: none is left for the shell.
  private func readKeys() {
    defer { lastKey.signal() }
    // In the background the keys are another's.
    guard LiveScreen.isInForeground else { return }
    let keys = KeyReader()
    var last: ContinuousClock.Instant?
    RawMode.during {
      while !state.withLock({ $0.isOver }) {
        switch keys.next({ _ in true }) {
        // As where the terminal knows Ctrl-C itself: whoever runs the cell asks it to stop.
        case .character("q"), .escape, .interrupt:
          // What the signal wakes up is no key.
          if last.map({ $0.duration(to: .now) > .milliseconds(100) }) ?? true { kill(getpid(), SIGINT) }
          last = .now
        case .control("\\"): kill(getpid(), SIGQUIT)
        case .end: return
        default: break
        }
      }
    }
  }

  func add(_ event: Event) {
    state.withLock { state in
      state.hear(nil)
      state.view.add(event)
    }
  }

  func add(_ event: Event, of needed: String) {
    guard case .progress(let step, let total, let unit) = event else { return }
    state.withLock { state in
      state.hear(needed)
      state.view.add(.progress(step: step, total: total, unit: "\(needed): \(unit)"))
    }
  }

  /// A run that is over in the blink of an eye is shown at its end alone.
  private func draw() {
    let isOn = state.withLock { state in
      guard !state.isOver, !state.view.isEmpty, let start = state.start,
        start.duration(to: .now) > .milliseconds(200)
      else { return false }
      return LiveScreen.isOn || LiveScreen.enter(redraw: { [weak self] in self?.write(anew: true) })
    }
    if isOn { write(anew: false) }
  }

  private func write(anew: Bool) {
    state.withLock { state in
      guard !state.isOver else { return }
      if anew { state.view.forget() }
      state.view.resize(to: state.screen.measured())
      let seconds = state.partStart.map { $0.duration(to: .now) / .seconds(1) } ?? 0
      if let frame = state.view.frame(seconds: seconds) { output.write(frame) }
    }
  }

  /// Gives the screen back, and leaves nothing on it.
  func close() {
    clock.withLock { $0?.cancel() }
    let isFirst = state.withLock { state in
      guard !state.isOver else { return false }
      state.isOver = true
      LiveScreen.leave()
      if state.isAnnounced { output.write("\r\u{1B}[K") }
      return state.screen.isInteractive
    }
    guard isFirst else { return }
    // The next key is another's.
    Waking.resize()
    lastKey.wait()
  }

  func finish() {
    close()
    state.withLock { state in
      if state.screen.isInteractive { state.view.resize(to: state.screen.measured()) }
      output.write(state.view.result())
    }
  }

  /// Ends the display. What was shown up to here stays to be seen.
  func finish(with error: any Error) {
    finish()
  }
}
