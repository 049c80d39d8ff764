import Events
import Messages
import Terminal

/// A destination of a run's events.
protocol RunDisplay {
  mutating func add(_ event: Event)
  /// Takes the progress of another cell, which this one needs.
  mutating func add(_ event: Event, of needed: String)
  mutating func finish()
  mutating func finish(with error: any Error)
}

/// The event stream itself, for programs.
struct JSONDisplay: RunDisplay {
  let cell: String
  let output: Output

  mutating func add(_ event: Event) {
    output.write(String(decoding: EventEncoder.line(for: event, cell: cell), as: UTF8.self))
  }

  mutating func add(_ event: Event, of needed: String) {
    output.write(String(decoding: EventEncoder.line(for: event, cell: needed), as: UTF8.self))
  }

  mutating func finish() {}

  mutating func finish(with error: any Error) {
    add(.error(message: Explanation(error).firstLine, line: nil))
  }
}
