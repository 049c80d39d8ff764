import Synchronization

/// The host's side of a conversation with a running cell: it asks for further points, and for the end.
///
/// It travels on the cell's standard input: a line a point; its end asks the cell to stop.
package final class CellSession: Sendable {
  let lines: AsyncStream<String>
  private let continuation: AsyncStream<String>.Continuation
  private let isRunning = Mutex(false)

  package init() {
    (lines, continuation) = AsyncStream.makeStream()
  }

  /// Asks for the picture at a point.
  package func show(_ point: [Float]) {
    continuation.yield(point.map { "\($0)" }.joined(separator: " ") + "\n")
  }

  /// Asks the cell to stop, or to explore no further.
  ///
  /// - Returns: whether there is a cell that hears it; while it is compiled there is none.
  @discardableResult
  package func close() -> Bool {
    continuation.finish()
    return isRunning.withLock { $0 }
  }

  func begins() { isRunning.withLock { $0 = true } }
  func ends() { isRunning.withLock { $0 = false } }
}
