import Synchronization

/// The room that the texts of a course share, read at the same time as they are.
final class TextRoom: Sendable {
  private let rest = Mutex(CourseLimits.texts)

  /// Takes the room for so many bytes; `false` where there is not as much.
  func take(_ bytes: Int) -> Bool {
    rest.withLock { rest in
      guard bytes <= rest else { return false }
      rest -= bytes
      return true
    }
  }
}
