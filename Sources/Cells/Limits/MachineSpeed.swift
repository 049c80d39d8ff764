import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The speed of this machine, found in a trial of some milliseconds.
enum MachineSpeed {
  /// The processor time, in seconds, of the trial in a release build on the machine on which the limits of the bundled
  /// course were set: the median of 21.
  private static let reference = 0.001
  /// The largest factor that is believed.
  private static let greatest = 20.0

  /// The factor by which this machine is slower than that one; 1 where it is as fast, or faster.
  static let slowness = min(max(1, trial() / reference), greatest)

  /// The processor time, in seconds, of the trial: the best of three, for what disturbs only ever slows.
  static func trial() -> Double {
    (0..<3).map { _ in
      let start = processorSeconds
      var value = 0.5, count = 0
      while count < 100_000 {
        value = exp(-value)
        count += 1
      }
      // It comes to 0.567 and is asked for, so that the compiler leaves nothing out.
      return value > 0.5 ? processorSeconds - start : .infinity
    }.min()!
  }

  /// The processor time of this thread.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
