import Foundation
import Terminal

/// A wish of somebody who reads.
enum ReadingStep: Equatable {
  case on, back, top, leave, keys
  case run(String?), edit(String?), explore(String?)
  /// A term to look up, and words to look for; without them they are asked for.
  case term(String), search(String)
  case practise
  /// The window has another size.
  case redraw
  /// Ctrl-C.
  case interrupt

  /// - Returns: `nil` for a key that means nothing here.
  init?(_ key: Key) {
    switch key {
    case .space, .enter, .right, .down, .pageDown, .character("n"): self = .on
    case .left, .up, .pageUp, .backspace, .character("b"): self = .back
    case .home: self = .top
    case .character("q"), .escape, .end: self = .leave
    case .interrupt: self = .interrupt
    case .character("?"), .character("h"): self = .keys
    case .character("r"): self = .run(nil)
    case .character("e"): self = .edit(nil)
    case .character("x"): self = .explore(nil)
    case .character("g"): self = .term("")
    case .character("/"): self = .search("")
    case .character("p"): self = .practise
    case .resized: self = .redraw
    default: return nil
    }
  }

  /// The wish that a typed line says: a letter as the key, and a name or words behind it.
  ///
  /// - Returns: `nil` for a line that means nothing here.
  init?(line: String) {
    let line = line.trimmingCharacters(in: .whitespaces)
    if line.hasPrefix("/") {
      self = .search(line.dropFirst().trimmingCharacters(in: .whitespaces))
      return
    }
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = words.first else {
      self = .on
      return
    }
    let rest = words.count > 1 ? words[1].trimmingCharacters(in: .whitespaces) : nil
    switch (first.lowercased(), rest) {
    case ("n", nil), ("next", nil): self = .on
    case ("b", nil), ("back", nil): self = .back
    case ("q", nil), ("quit", nil): self = .leave
    case ("?", nil), ("h", nil), ("help", nil): self = .keys
    case ("r", let name), ("run", let name): self = .run(name)
    case ("e", let name), ("edit", let name): self = .edit(name)
    case ("g", let name), ("glossary", let name): self = .term(name ?? "")
    case ("search", let name): self = .search(name ?? "")
    case ("p", nil), ("quiz", nil): self = .practise
    default: return nil
    }
  }
}
