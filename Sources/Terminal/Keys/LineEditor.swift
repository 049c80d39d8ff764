/// A line that is being typed: its text, and where the cursor stands in it. It makes text and writes nothing.
///
/// The keys are those of shells: arrows, Home and End or Ctrl-A and Ctrl-E; words with Ctrl or Alt and an arrow or Alt-B and
/// Alt-F; Ctrl-W, Ctrl-U and Ctrl-K delete the word before the cursor, all before it, and all behind it.
package struct LineEditor {
  /// A step that follows a key.
  package enum Step: Equatable, Sendable {
    case redraw, submit, end
    /// The key means nothing here.
    case nothing
  }

  private var before: String
  private var after = ""

  /// - Parameter text: what stands there at the beginning, the cursor behind it.
  package init(_ text: String = "") { before = text }

  package var text: String { before + after }

  package mutating func press(_ key: Key) -> Step {
    switch key {
    case .enter: return .submit
    case .space: before += " "
    case .character("\t"): return .nothing
    case .character(let character): before.append(character)
    case .pasted(let text): before += Self.oneLine(text)
    case .left, .control("b"): move(1)
    case .right, .control("f"): move(-1)
    case .home, .control("a"): (before, after) = ("", text)
    case .endKey, .control("e"): (before, after) = (text, "")
    case .wordLeft, .alternate("b"): move(wordBefore)
    case .wordRight, .alternate("f"): move(-wordAfter)
    case .backspace, .control("h"): before = String(before.dropLast())
    case .delete: after = String(after.dropFirst())
    case .control("d"):
      if text.isEmpty { return .end }
      after = String(after.dropFirst())
    case .control("w"), .alternate("\u{7F}"): before = String(before.dropLast(wordBefore))
    case .alternate("d"): after = String(after.dropFirst(wordAfter))
    case .control("u"): before = ""
    case .control("k"): after = ""
    case .resized: break
    default: return .nothing
    }
    return .redraw
  }

  /// Moves characters over the cursor: to its right, or to its left where the count is negative.
  private mutating func move(_ count: Int) {
    let all = text
    let place = min(max(0, before.count - count), all.count)
    (before, after) = (String(all.prefix(place)), String(all.dropFirst(place)))
  }

  /// The number of characters from the cursor back to the beginning of a word.
  private var wordBefore: Int { Self.word(before.reversed()) }

  /// The number of characters from the cursor on to the end of a word.
  private var wordAfter: Int { Self.word(after) }

  private static func word(_ characters: some Sequence<Character>) -> Int {
    var (count, isInside) = (0, false)
    for character in characters {
      if character == " " {
        if isInside { break }
      } else {
        isInside = true
      }
      count += 1
    }
    return count
  }

  /// Pasted text as one line: without what cannot be typed, and without the line's end.
  private static func oneLine(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    var result = ""
    for scalar in lines.replacing("\t", with: " ").unicodeScalars where scalar.properties.generalCategory != .control {
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// Returns what of the text is seen in a place of this many columns, and how many columns of it stand behind the cursor.
  /// Where the text is wider, the part around the cursor is seen.
  package func window(width: Int) -> (text: String, behind: Int) {
    let width = max(2, width)
    if before.columns + after.columns < width { return (before + after, after.columns) }
    // One column stays free for the cursor.
    var start = ""
    var columns = 0
    for character in before.reversed() {
      columns += character.columns
      if columns >= width { break }
      start.insert(character, at: start.startIndex)
    }
    var end = ""
    columns = start.columns
    for character in after {
      columns += character.columns
      if columns >= width { break }
      end.append(character)
    }
    return (start + end, end.columns)
  }
}
