import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// Returns the results of `transform`, in the order of the elements; several are made at once.
  func concurrentMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
    let results = Mutex<[Int: Result]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = transform(self[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { found in indices.map { found[$0]! } }
  }
}
