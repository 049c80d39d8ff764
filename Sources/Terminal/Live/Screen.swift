// Terminal: lessons, pictures, plots, keys, boards, questions and verdicts as text.

import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The abilities of the place that output goes to.
package struct Screen: Sendable, Equatable {
  package enum Colours: Int, Sendable, Comparable {
    case none, palette, full

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The way in which pictures are shown in their own pixels, where they can be.
  package enum Graphics: Sendable {
    /// No pixels: pictures are shown in character cells.
    case none
    /// The protocol of kitty and ghostty.
    case kitty
    /// The protocol of iTerm2 and WezTerm.
    case iTerm
    /// Sixels, as foot, mlterm, mintty and contour show them.
    case sixel
  }

  /// A character cell, in pixels.
  package struct Cell: Sendable, Equatable {
    package var width = 9
    package var height = 18
  }

  /// Columns of text.
  package var width: Int
  /// Rows of text.
  package var height: Int
  package var colours: Colours
  package var graphics = Graphics.none
  package var cell = Cell()
  /// Whether a person is looking: keys can be pressed and lines drawn anew.
  package var isInteractive: Bool

  package init(width: Int = 80, height: Int = 24, colours: Colours = .none, isInteractive: Bool = false) {
    self.width = width
    self.height = height
    self.colours = colours
    self.isInteractive = isInteractive
  }

  /// Returns what standard output is. It is text for a pipe, with `NO_COLOR`, on a dumb terminal, or when `plain` is
  /// asked for.
  package static func current(
    plain: Bool, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Screen {
    let isTerminal = isatty(STDOUT_FILENO) == 1 && environment["TERM"] != "dumb"
    var screen = Screen()
    if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { screen.width = columns }
    guard isTerminal else { return screen }
    screen.measureWindow()
    guard !plain else { return screen }
    screen.isInteractive = isatty(STDIN_FILENO) == 1
    if environment["NO_COLOR"]?.isEmpty ?? true {
      let isFull = ["truecolor", "24bit"].contains(environment["COLORTERM"])
      screen.colours = isFull ? .full : .palette
      screen.graphics = graphics(environment)
    }
    return screen
  }

  /// The columns at which sentences on standard error wrap; `nil` where that is no terminal.
  package static var errorWidth: Int? {
    var size = winsize()
    guard isatty(STDERR_FILENO) == 1, ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Whether the terminal that shows our output shows what is typed, too.
  package static var echoes: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Returns the screen in the size that its window has now.
  package func measured() -> Screen {
    var screen = self
    screen.measureWindow()
    return screen
  }

  private mutating func measureWindow() {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return }
    (width, height) = (Int(size.ws_col), Int(size.ws_row))
    if size.ws_xpixel > size.ws_col, size.ws_ypixel > size.ws_row {
      cell = Cell(width: Int(size.ws_xpixel / size.ws_col), height: Int(size.ws_ypixel / size.ws_row))
    }
  }

  /// Returns what the environment says the terminal can do. Inside tmux or screen pictures would not get through.
  static func graphics(_ environment: [String: String]) -> Graphics {
    let term = environment["TERM"] ?? ""
    let isInside = environment["TMUX"] != nil || environment["STY"] != nil
    guard !isInside, !term.hasPrefix("screen"), !term.hasPrefix("tmux") else { return .none }
    switch environment["TERM_PROGRAM"] {
    case "iTerm.app", "WezTerm": return .iTerm
    case "ghostty": return .kitty
    case "mintty", "contour": return .sixel
    default:
      if ["foot", "mlterm", "contour", "yaft"].contains(where: term.hasPrefix) { return .sixel }
      return term == "xterm-kitty" || environment["KITTY_WINDOW_ID"] != nil ? .kitty : .none
    }
  }

  /// The column at which prose wraps: a comfortable line, never wider than the screen.
  package var measure: Int { max(20, min(width, 84)) }
}
