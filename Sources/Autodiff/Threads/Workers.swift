import Randomness

/// How many threads share the work of one tape: as many as there are processors, at most four, or what
/// `LEARN_THREADS` says; in WebAssembly one. No result depends on it.
package var threadCount: Int { Workers.shared.count }

/// Runs body(piece, worker) for the pieces 0 ..< count, on several threads where that can pay.
///
/// `worker` is below `Workers.most`; no two pieces of one worker run at a time. The pieces must not depend on one
/// another: they split outputs, never a sum, so that who runs which of them cannot show in a result.
package func forEachPiece(_ count: Int, _ body: (_ piece: Int, _ worker: Int) -> Void) {
  if count <= 1 || threadCount == 1 {
    for piece in 0..<count { body(piece, 0) }
  } else {
    Workers.shared.run(count, body)
  }
}

/// Runs the body on ranges that make up 0 ..< count together and begin at multiples of 16: short counts in one.
package func forEachRange(_ count: Int, _ body: (Range<Int>) -> Void) {
  let length = 1 << 14
  forEachPiece((count + length - 1) / length) { piece, _ in
    body(piece * length..<min(count, (piece + 1) * length))
  }
}

/// Runs the body with another number of threads, for tests.
package func withThreads<Result>(_ count: Int, _ body: () -> Result) -> Result {
  let old = Workers.shared.count
  Workers.shared.count = max(1, min(count, Workers.most))
  defer { Workers.shared.count = old }
  return body()
}

#if hasFeature(Embedded)
  /// One thread, in WebAssembly.
  struct Workers {
    static let most = 1
    nonisolated(unsafe) static var shared = Workers()
    var count = 1

    func run(_ pieces: Int, _ body: (Int, Int) -> Void) {
      for piece in 0..<pieces { body(piece, 0) }
    }
  }
#endif
