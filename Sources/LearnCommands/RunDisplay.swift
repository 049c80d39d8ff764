import Display
import Foundation
import Terminal

/// Where the events of a run go.
protocol RunDisplay {
  mutating func add(_ event: Event)
  mutating func finish()
  mutating func finish(with error: any Error)
}

/// The event stream itself, for programs.
struct JSONDisplay: RunDisplay {
  let cell: String

  mutating func add(_ event: Event) {
    Output.write(String(decoding: EventEncoder.line(for: event, cell: cell), as: UTF8.self))
  }

  mutating func finish() {}

  mutating func finish(with error: any Error) {
    add(.error(message: Failure(error).firstLine, line: nil))
  }
}

/// Pictures that change while a person looks on; at the end, all of it once.
struct TerminalDisplay: RunDisplay {
  private let screen: Screen
  private var view: RunView
  private var lastFrame = Date.distantPast

  init(screen: Screen) {
    self.screen = screen
    view = RunView(screen: screen)
    if screen.isInteractive { Output.write(view.frame()) }
  }

  mutating func add(_ event: Event) {
    view.add(event)
    // Fifteen frames a second look like motion and cost a cell nothing.
    guard screen.isInteractive, Date().timeIntervalSince(lastFrame) > 1.0 / 15 else { return }
    lastFrame = Date()
    Output.write(view.frame())
  }

  mutating func finish() {
    Output.write(view.clear() + view.result())
  }

  /// Takes what is on the screen away, where something else takes its place.
  mutating func clear() -> String { view.clear() }

  /// What was shown up to here stays to be seen.
  mutating func finish(with error: any Error) {
    finish()
  }
}
