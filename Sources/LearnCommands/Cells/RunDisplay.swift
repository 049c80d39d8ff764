import Events
import Messages
import Terminal

/// Where the events of a run go.
protocol RunDisplay {
  mutating func add(_ event: Event)
  /// What another cell, which this one needs, says of its progress.
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
