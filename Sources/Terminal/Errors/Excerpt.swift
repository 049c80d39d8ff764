import Foundation
import Messages

/// A part of a line that fits the screen, with a mark under one of its columns.
struct Excerpt {
  /// Columns of an excerpt, the signs for what is left out among them.
  static let width = 100
  /// The number of bytes that are looked at on either side of the mark: far more than is shown, for a sign may be of
  /// many.
  private static let reach = 20 * width

  /// The text that is shown.
  private let shown: String
  /// The number of columns before the mark; `nil` where there is no mark.
  private let indent: Int?

  /// - Parameters:
  ///   - line: without its end.
  ///   - marked: the column of the mark, counted from 1, in bytes; without one, there is no mark.
  init(_ line: some Collection<UInt8>, column marked: Int?) {
    let line = Array(line)
    let column = marked ?? 1
    let place = min(max(0, column - 1), line.count)
    let start = Self.character(in: line, from: max(0, place - Self.reach), by: 1)
    let end = Self.character(in: line, from: min(line.count, place + Self.reach), by: -1)
    let before = Self.plain(line[min(start, place)..<place])
    let after = Self.plain(line[place..<max(end, place)])
    guard start > 0 || end < line.count || before.columns + after.columns > Self.width else {
      (shown, indent) = (before + after, marked.map { _ in before.columns })
      return
    }
    // The mark stands in the middle, unless one of the sides has room to spare.
    let half = Self.width / 2 - 1
    let room = max(half, Self.width - 2 - after.columns)
    let head = before.last(columns: min(room, before.columns))
    let tail = after.first(columns: Self.width - 2 - head.columns)
    let isCut = (
      start > 0 || head.utf8.count < before.utf8.count, end < line.count || tail.utf8.count < after.utf8.count
    )
    shown = (isCut.0 ? "…" : "") + head + tail + (isCut.1 ? "…" : "")
    indent = marked.map { _ in head.columns + (isCut.0 ? 1 : 0) }
  }

  /// The excerpt and, on a line of its own, the mark.
  var text: String {
    "  \(shown)\n" + (indent.map { "  " + String(repeating: " ", count: $0) + "^\n" } ?? "")
  }

  /// The nearest place at which a character of UTF-8 begins.
  private static func character(in line: [UInt8], from place: Int, by step: Int) -> Int {
    var place = place
    while line.indices.contains(place), line[place] & 0xC0 == 0x80 { place += step }
    return max(0, place)
  }

  /// Returns the text as it is written to the screen, where each sign has its columns.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    visibleCode(String(decoding: bytes, as: UTF8.self).replacing("\t", with: " "))
  }
}

extension String {
  /// The longest beginning that takes at most this many columns.
  fileprivate func first(columns: Int) -> String {
    var result = ""
    var used = 0
    for character in self {
      used += String(character).columns
      if used > columns { break }
      result.append(character)
    }
    return result
  }

  /// The longest end that takes at most this many columns.
  fileprivate func last(columns: Int) -> String {
    var start = endIndex
    var used = 0
    while start > startIndex {
      let before = index(before: start)
      used += String(self[before]).columns
      if used > columns { break }
      start = before
    }
    return String(self[start...])
  }
}
