import Numerics

/// The number of threads that share the work of one tape: as many as there are processors, at most four, or what
/// `LEARN_THREADS` says; in WebAssembly one. No result depends on it.
@usableFromInline package var threadCount: Int { Workers.shared.count }

/// Work that is cut into pieces, as plain data: handing it to threads asks the system for no memory, as a closure
/// would.
///
/// The pieces must not depend on one another: they split outputs, never a sum, so that who runs which of them cannot
/// show in a result.
@usableFromInline package protocol PieceWork {
  /// `worker` is below `Workers.maximumCount`; no two pieces of one worker run at a time.
  func run(piece: Int, worker: Int)
}

/// Work on the numbers 0 ..< n, each by itself.
@usableFromInline package protocol RangeWork {
  func run(_ range: Range<Int>)
}

/// Runs the pieces 0 ..< count, on several threads where that can pay.
@inlinable
package func forEachPiece<Work: PieceWork>(_ count: Int, _ work: Work) {
  if count <= 1 || threadCount == 1 {
    for piece in 0..<count { work.run(piece: piece, worker: 0) }
    return
  }
  withUnsafePointer(to: work) { place in
    // Without a context of its own: what it needs is behind the pointer.
    shareAmongThreads(count, UnsafeRawPointer(place)) { place, piece, worker in
      place.assumingMemoryBound(to: Work.self).pointee.run(piece: piece, worker: worker)
    }
  }
}

/// Runs the work on ranges that make up 0 ..< count together and begin at multiples of 16: short counts in one.
@inlinable
package func forEachRange<Work: RangeWork>(_ count: Int, _ work: Work) {
  forEachPiece((count + RangePieces<Work>.length - 1) / RangePieces<Work>.length, RangePieces(work, count))
}

/// Ranges of some length.
@usableFromInline
package struct RangePieces<Work: RangeWork>: PieceWork {
  @inlinable static var length: Int { 1 << 14 }

  @usableFromInline let work: Work
  @usableFromInline let count: Int

  @inlinable
  init(_ work: Work, _ count: Int) {
    self.work = work
    self.count = count
  }

  @inlinable
  package func run(piece: Int, worker: Int) {
    work.run(piece * Self.length..<min(count, (piece + 1) * Self.length))
  }
}

@usableFromInline
package func shareAmongThreads(_ count: Int, _ work: UnsafeRawPointer, _ body: @escaping PieceBody) {
  Workers.shared.run(count, work, body)
}

/// Runs a piece of the work that lies at a place.
@usableFromInline package typealias PieceBody = (_ work: UnsafeRawPointer, _ piece: Int, _ worker: Int) -> Void

/// Runs the body with another number of threads, for tests.
package func withThreads<Result>(_ count: Int, _ body: () -> Result) -> Result {
  let old = Workers.shared.count
  Workers.shared.count = max(1, min(count, Workers.maximumCount))
  defer { Workers.shared.count = old }
  return body()
}

#if hasFeature(Embedded)
  /// The only thread there is, in WebAssembly.
  struct Workers {
    static let maximumCount = 1
    nonisolated(unsafe) static var shared = Workers()
    var count = 1

    func run(_ pieces: Int, _ work: UnsafeRawPointer, _ body: PieceBody) {
      for piece in 0..<pieces { body(work, piece, 0) }
    }
  }
#endif
