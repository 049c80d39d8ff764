/// What one run of a cell has said so far: who speaks, and the digest of all that was shown.
struct Cell {
  var id = "cell"
  var digest = Digest()
  var parameterNames: [String] = []

  mutating func say(_ event: Event) {
    switch event {
    case .text(let text):
      digest.add(text)
    case .metric(let metric):
      digest.add(metric.name)
      digest.add(metric.value)
    case .series(let series):
      digest.add(series.name)
      digest.add(series.x)
      digest.add(series.y)
    case .image(let picture):
      for byte in picture.bytes { digest.add(byte) }
    case .progress, .parameter, .kept, .error, .done:
      break
    }
    Host.write(EventEncoder.line(for: event, cell: id))
  }
}

/// The running cell. A cell is one thread that says one thing after another.
nonisolated(unsafe) var cell = Cell()
