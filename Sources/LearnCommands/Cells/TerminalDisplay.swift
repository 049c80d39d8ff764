import Events
import Synchronization
import Terminal

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

  private let output: Output
  private let state: Mutex<State>
  /// Draws; there where somebody sees it.
  private let clock = Mutex<Task<Void, any Error>?>(nil)

  init(screen: Screen, output: Output) {
    self.output = output
    state = Mutex(State(screen: screen, view: RunView(screen: screen)))
    guard screen.isInteractive else { return }
    announce()
    let task = Task { [weak self] in
      while true {
        try await Task.sleep(for: .milliseconds(50))
        self?.draw()
      }
    }
    clock.withLock { $0 = task }
  }

  private func announce() {
    state.withLock { state in
      state.isAnnounced = LiveScreen.isInForeground
      if state.isAnnounced { output.write(Line("running …", .faint).rendered(state.screen.colours)) }
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
    state.withLock { state in
      guard !state.isOver else { return }
      state.isOver = true
      LiveScreen.leave()
      if state.isAnnounced { output.write("\r\u{1B}[K") }
    }
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
