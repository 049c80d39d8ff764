import Foundation

/// The time that a program may take: in which it works, and by the clock.
struct TimeLimit: Equatable {
  /// The seconds in which it has a processor, or several; `nil` where the system alone counts them.
  let processorSeconds: Double?
  /// The seconds by the clock, on which others may be busy, too, and in which it may sleep.
  let wallSeconds: Double

  /// The factor by which a program may last longer than it works.
  static let patience = 10

  /// The limit of a program that waits for nothing of its own.
  init(wallSeconds: Int) {
    processorSeconds = nil
    self.wallSeconds = Double(wallSeconds)
  }

  /// The limit of a cell.
  ///
  /// - Parameters:
  ///   - seconds: what its author has given it, on a machine like theirs.
  ///   - slowness: how many times as long this machine takes for the same.
  init(cellSeconds seconds: Int, slowness: Double = MachineSpeed.slowness) {
    processorSeconds = Double(seconds) * slowness
    wallSeconds = Double(seconds) * slowness * Double(Self.patience)
  }
}
