import Foundation
import Messages
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The destination of a command's output: standard output and standard error, each text at once and unbuffered; in a
/// test, somewhere else.
struct Output: Sendable {
  var write: @Sendable (String) -> Void
  /// The writer of what is wrong. It cites courses, cells and compilers: control characters in it are shown.
  var error: @Sendable (String) -> Void

  static let standard = Output(write: { write($0) }, error: { error($0) })

  /// Ends the command where nothing can be written any more: there is nobody to tell, and nothing left to do. Who reads
  /// no further, as `head`, ends it as any other command.
  static func write(_ text: String) {
    guard !put(text, STDOUT_FILENO) else { return }
    if errno == EPIPE {
      signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
    }
    let reason = String(cString: strerror(errno))
    error(Explanation("what learn says cannot be written: \(reason)", status: .inputOutput).text)
    exit(ExitStatus.inputOutput.rawValue)
  }

  static func error(_ text: String) {
    _ = put(visibleLines(text), STDERR_FILENO)
  }

  /// Something on a terminal that goes again.
  static func sign(_ text: String) {
    _ = put(text, STDERR_FILENO)
  }

  private static func put(_ text: String, _ descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while !rest.isEmpty {
        let written = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { return false }
        rest = rest.dropFirst(written)
      }
      return true
    }
  }
}

/// The type's own `write` hides the system's.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
