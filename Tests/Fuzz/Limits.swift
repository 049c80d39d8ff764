import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What one input may take. The system ends the process that takes more time: it need not be able to notice itself.
enum Limits {
  /// Of the processor. Without optimisation, as `make` and debug builds have most of it, all takes several times as long.
  static let seconds = _isDebugAssertConfiguration() ? 10 : 2
  /// Of memory.
  static let megabytes = 300
  /// On the clock, however busy the machine.
  static let patience: UInt32 = 120

  /// From now on.
  static func begin() {
    var timer = itimerval()
    timer.it_value.tv_sec = seconds
    #if canImport(Glibc)
      setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
    #else
      setitimer(ITIMER_PROF, &timer, nil)
    #endif
    alarm(patience)
  }

  /// The most memory that this process, or one that it started, has had at a time.
  static func checkMemory() throws {
    for usage in [usage(RUSAGE_SELF), usage(RUSAGE_CHILDREN)] {
      #if canImport(Darwin)
        let most = usage.ru_maxrss >> 20
      #else
        let most = usage.ru_maxrss >> 10
      #endif
      if most > megabytes { throw Fault(message: "\(most) MB of memory") }
    }
  }

  /// Seconds of the processor that processes took which this one started.
  static var secondsOfChildren: Double {
    let usage = usage(RUSAGE_CHILDREN)
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
  }

  private static func usage(_ whose: Whose) -> rusage {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(whose.rawValue), &usage)
    #else
      getrusage(whose, &usage)
    #endif
    return usage
  }

  #if canImport(Glibc)
    private typealias Whose = __rusage_who
  #else
    private typealias Whose = Int32
  #endif
}
