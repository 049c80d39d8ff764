import Foundation
import Terminal
import Workspace

/// The machine that a command runs on: its folders, what it writes to, its clock. A test gives it parts of its own.
struct Machine: Sendable {
  var directories = Directories()
  var screen: Screen
  var output = Output.standard
  /// The present, in seconds since 1970.
  var now = Int64(Date().timeIntervalSince1970)

  func write(_ lines: [Line]) {
    output.write(lines.map { $0.rendered(screen.colours) + "\n" }.joined())
  }
}
