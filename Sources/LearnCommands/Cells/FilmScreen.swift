import Events
import Foundation
import Messages
import Terminal

/// The film of a run on the terminal, under the learner's keys.
struct FilmScreen {
  private var film: RunTimeline
  private var view: RunView
  private var screen: Screen
  private let output: Output
  /// Whether the cell has changed since.
  private let isOutdated: Bool
  private var frame: Int
  private var isPlaying = false

  init(_ film: RunTimeline, isOutdated: Bool, screen: Screen, output: Output) {
    self.output = output
    self.film = film
    self.isOutdated = isOutdated
    self.screen = screen
    view = RunView(screen: screen)
    frame = 0
  }

  /// Shows the film from the first frame, until the learner leaves.
  mutating func show() throws {
    let keys = KeyReader()
    guard LiveScreen.enter(redraw: { Waking.resize() }) else {
      throw Failure("the film needs the terminal", help: "bring the command to the front with `fg`", status: .usage)
    }
    defer { LiveScreen.leave() }
    // A film is over in ten seconds, and never too fast to be seen.
    let pause = Int32(max(50, min(500, 10_000 / max(1, film.count))))
    while true {
      draw()
      let key = keys.next(within: isPlaying ? pause : nil) { _ in true }
      switch key {
      case .right: (frame, isPlaying) = (min(film.count - 1, frame + 1), false)
      case .left: (frame, isPlaying) = (max(0, frame - 1), false)
      case .home: (frame, isPlaying) = (0, false)
      case .endKey: (frame, isPlaying) = (film.count - 1, false)
      case .space:
        if !isPlaying, frame == film.count - 1 { frame = 0 }
        isPlaying.toggle()
      case .late:
        frame = min(film.count - 1, frame + 1)
        if frame == film.count - 1 { isPlaying = false }
      case .resized: view.forget()
      case .character("q"), .escape, .interrupt, .end: return
      default: break
      }
    }
  }

  private mutating func draw() {
    view.resize(to: screen.measured())
    view.show(film.recording(at: frame))
    let step = film.progress(at: frame).map { "\($0.unit) \($0.step) of \($0.total) · " } ?? ""
    let keys = screen.measured().width < 70 ? "" : " · ←/→ space: \(isPlaying ? "pause" : "play") · q: leave"
    let note = isOutdated ? " · the cell has changed since" : ""
    view.footer = "\(isPlaying ? "▶" : "❚❚") \(step)frame \(frame + 1) of \(film.count)\(note)\(keys)"
    if let text = view.frame(seconds: 0) { output.write(text) }
  }
}
