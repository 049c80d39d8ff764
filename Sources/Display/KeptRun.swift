import Events

#if !hasFeature(Embedded)
  import Synchronization

  /// The file where the host wants a run's trainings kept, and what they are of.
  public struct KeptRun: Sendable {
    /// The file in which they are kept.
    public let file: String
    /// The words of the program, seed, settings and data: only a run of the same goes on from the file.
    public let identity: [String]
    /// Whether to go on from what the file has.
    public let resumes: Bool

    /// The request of the host; `nil` where nothing is to be kept.
    public static var current: KeptRun? {
      guard let file = Host.argument("trainings"), let identity = Host.argument("identity") else { return nil }
      return KeptRun(
        file: String(file),
        identity: identity.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
        resumes: Host.argument("resume") == "1")
    }

    /// Whether the host wants the cell to stop.
    public static var isAskedToStop: Bool { Host.isAskedToStop.load(ordering: .relaxed) }

    /// Says how far the cell came, and ends it.
    public static func stop(_ step: Int, _ total: Int, _ isKept: Bool) -> Never {
      cell.endLine()
      cell.say(.stopped(step: step, total: total, isKept: isKept))
      Host.end()
    }
  }
#endif
