import Practice

/// The buckets that were mixed up in a sort: sentences, and a table of how many of which were put where.
package struct ConfusionText {
  private let table: ConfusionTable
  private let names: [String]
  private let width: Int

  package init(_ table: ConfusionTable, names: [String], width: Int) {
    self.table = table
    self.names = names
    self.width = width
  }

  package var lines: [Line] {
    let text = BlockText(width: width)
    var lines = mixUps.flatMap { text.lines("You put \($0.count) of “\(names[$0.truth])” into “\(names[$0.chosen])”.") }
    let rows = names.indices.map { truth in
      [names[truth]] + names.indices.map { "\(table[truth, $0])" }
    }
    lines += [""] + TableText(head: ["is ↓  put into →"] + names, rows: rows, width: width).lines
    return lines
  }

  /// The pairs of buckets of which one was taken for the other, the most frequent first.
  private var mixUps: [(truth: Int, chosen: Int, count: Int)] {
    var found: [(truth: Int, chosen: Int, count: Int)] = []
    for truth in names.indices {
      for chosen in names.indices where chosen != truth && table[truth, chosen] > 0 {
        found.append((truth, chosen, table[truth, chosen]))
      }
    }
    return found.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
  }
}
