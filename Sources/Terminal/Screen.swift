import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the place can show that output goes to.
package struct Screen: Sendable, Equatable {
  package enum Colours: Int, Sendable, Comparable {
    case none, palette, full

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// Columns of text.
  package var width: Int
  /// Rows of text.
  package var height: Int
  package var colours: Colours
  /// Whether a person is looking: keys can be pressed and lines drawn anew.
  package var isInteractive: Bool

  package init(width: Int = 80, height: Int = 24, colours: Colours = .none, isInteractive: Bool = false) {
    self.width = width
    self.height = height
    self.colours = colours
    self.isInteractive = isInteractive
  }

  /// What standard output is. Text for a pipe, with `NO_COLOR`, on a dumb terminal, or when `plain` is asked for.
  package static func current(
    plain: Bool, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Screen {
    let isTerminal = isatty(STDOUT_FILENO) == 1 && environment["TERM"] != "dumb"
    var screen = Screen()
    if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { screen.width = columns }
    guard isTerminal else { return screen }
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      screen.width = Int(size.ws_col)
      screen.height = Int(size.ws_row)
    }
    guard !plain else { return screen }
    screen.isInteractive = isatty(STDIN_FILENO) == 1
    if environment["NO_COLOR"]?.isEmpty ?? true {
      let isFull = ["truecolor", "24bit"].contains(environment["COLORTERM"])
      screen.colours = isFull ? .full : .palette
    }
    return screen
  }

  /// The column at which prose wraps: a comfortable line, never wider than the screen.
  package var measure: Int { max(20, min(width, 84)) }
}
