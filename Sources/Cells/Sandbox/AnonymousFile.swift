import Messages

#if os(Linux)
  import CSeccomp
  import Foundation
  import Glibc

  /// A file in memory without a name, which ends with this object. A process that we start can open it as long as it
  /// lives.
  final class AnonymousFile: Sendable {
    let descriptor: Int32

    /// `MFD_CLOEXEC`
    private static let closesWithProgram: UInt32 = 1

    /// The error of a file that could not be made, with the system's number.
    struct Failure: Error {
      let code: Int32
    }

    init() throws(Failure) {
      descriptor = memfd_create("learn", Self.closesWithProgram)
      if descriptor < 0 { throw Failure(code: errno) }
    }

    /// - Parameter bytes: what is to be read from it.
    convenience init(_ bytes: Data) throws(Failure) {
      try self.init()
      var rest = bytes[...]
      while !rest.isEmpty {
        let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { throw Failure(code: errno) }
        rest = rest.dropFirst(written)
      }
    }

    /// The path under which another process of the same user opens it, from its beginning.
    var path: String { "/proc/\(getpid())/fd/\(descriptor)" }

    deinit {
      if descriptor >= 0 { close(descriptor) }
    }
  }
#endif
