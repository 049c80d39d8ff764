import Messages

/// The difference of two texts, line by line, as `diff -u` shows it.
package struct LineDifference {
  private enum Mark: String { case same = " ", removed = "-", added = "+" }

  private var lines: [(mark: Mark, text: Substring)] = []
  /// Lines around a change that are shown.
  private static let context = 3

  package init(from old: String, to new: String) {
    let old = Self.split(old), new = Self.split(new)
    let difference = new.difference(from: old)
    var removed: Set<Int> = [], added: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, removed.contains(i) {
        lines.append((.removed, old[i]))
        i += 1
      } else if j < new.count, added.contains(j) {
        lines.append((.added, new[j]))
        j += 1
      } else {
        lines.append((.same, old[i]))
        (i, j) = (i + 1, j + 1)
      }
    }
  }

  private static func split(_ text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  package var isEmpty: Bool { lines.allSatisfy { $0.mark == .same } }

  /// The changes, each with a few lines around it.
  package func text(from old: String, to new: String) -> [Line] {
    var result = [Line("--- " + old, .colour(.red)), Line("+++ " + new, .colour(.green))]
    for part in parts {
      let before = lines[..<part.lowerBound]
      let starts = (before.count { $0.mark != .added } + 1, before.count { $0.mark != .removed } + 1)
      let counts = (lines[part].count { $0.mark != .added }, lines[part].count { $0.mark != .removed })
      result.append(Line("@@ -\(starts.0),\(counts.0) +\(starts.1),\(counts.1) @@", .colour(.cyan)))
      for line in lines[part] {
        let style: Style =
          switch line.mark {
          case .same: .plain
          case .removed: .colour(.red)
          case .added: .colour(.green)
          }
        result.append(Line(line.mark.rawValue + visibleCode(String(line.text)), style))
      }
    }
    return result
  }

  /// Stretches with changes; those that nearly touch are one.
  private var parts: [Range<Int>] {
    var parts: [Range<Int>] = []
    for index in lines.indices where lines[index].mark != .same {
      let part = max(0, index - Self.context)..<min(lines.count, index + Self.context + 1)
      if let last = parts.last, last.upperBound >= part.lowerBound {
        parts[parts.count - 1] = last.lowerBound..<part.upperBound
      } else {
        parts.append(part)
      }
    }
    return parts
  }
}
