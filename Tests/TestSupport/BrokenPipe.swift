#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A pipe whose reader has gone. The command passes over its signal, which would end the process of the tests, too.
package enum BrokenPipe {
  /// Sees to it, once and for all tests of the process.
  package static let isNoSignal = signal(SIGPIPE, SIG_IGN) == nil
}
