import Events

/// The state of a cell's run: who speaks, and the digest of all that was shown so far.
struct Cell {
  var id = "cell"
  var digest = EventDigest()
  /// The text that was printed since the last end of a line.
  private var unfinishedLine = ""

  /// Says each line that is finished, and keeps the rest until it is.
  mutating func print(_ text: String) {
    for character in text.unicodeScalars {
      if character == "\n" {
        let line = unfinishedLine
        unfinishedLine = ""
        say(.text(line))
      } else {
        unfinishedLine.unicodeScalars.append(character)
      }
    }
  }

  /// Says what was printed without an end of line.
  mutating func endLine() {
    if unfinishedLine.isEmpty { return }
    let line = unfinishedLine
    unfinishedLine = ""
    say(.text(line))
  }

  mutating func say(_ event: Event) {
    digest.add(event)
    Host.write(EventEncoder.line(for: event, cell: id))
  }
}

/// The running cell. A cell is one thread that says one thing after another.
nonisolated(unsafe) var cell = Cell()
