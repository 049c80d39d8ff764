import Events
import Figures
import Foundation
import Messages

/// The places of a run's items on a screen: words above, and below them the pictures, side by side where that shows
/// more of them.
struct RunLayout: Equatable {
  /// A part of the screen, for the item of this index.
  struct Box: Equatable {
    var item: Int
    var row: Int
    var column: Int
    var width: Int
    var rows: Int
  }

  /// Rows for text, settings and metrics, from the top.
  private(set) var wordRows = 0
  private(set) var boxes: [Box] = []

  private static let gap = 2
  private static let narrowest = 30
  private static let lowest = 5

  /// - Parameters:
  ///   - words: how many rows the words would take.
  ///   - rows: rows of the screen that may be used.
  init(_ items: [Recording.Item], words: Int, width: Int, rows: Int) {
    let panels = items.indices.filter { !items[$0].isWords }
    guard !panels.isEmpty else {
      wordRows = min(words, rows)
      return
    }
    wordRows = min(words, max(1, rows / 4))
    let top = wordRows > 0 && rows > 12 ? wordRows + 1 : wordRows
    let room = max(1, rows - top)
    // Where there are too many, those that came last are seen; the end shows all.
    let most = max(1, width / Self.narrowest) * max(1, room / Self.lowest)
    let shown = panels.suffix(most)
    // Once for all candidates: a table may be long.
    var leastWidths: [Int: Int] = [:]
    for index in shown { leastWidths[index] = items[index].leastWidth }
    let candidates = Self.candidates(Array(shown), items, leastWidths, width: width, rows: room)
    let scored = candidates.map { boxes in
      // The sum of logarithms: no picture is large at the cost of another.
      let visible = boxes.map {
        items[$0.item].visibility(width: $0.width, rows: $0.rows, leastWidth: leastWidths[$0.item] ?? 0)
      }
      return (boxes, visible.reduce(0, +))
    }
    boxes = (scored.max { $0.1 < $1.1 - 1e-9 }?.0 ?? []).map { box in
      var box = box
      box.row += top
      return box
    }
  }

  /// All in one grid; or pictures in one of their own, and curves and tables at its left.
  private static func candidates(
    _ shown: [Int], _ items: [Recording.Item], _ leastWidths: [Int: Int], width: Int, rows: Int
  ) -> [[Box]] {
    var candidates = (1...max(1, min(shown.count, width / narrowest))).map {
      grid(shown, items, $0, width: width, rows: rows)
    }
    let pictures = shown.filter { items[$0].isPicture }, charts = shown.filter { !items[$0].isPicture }
    guard !pictures.isEmpty, !charts.isEmpty, width >= 2 * narrowest else { return candidates }
    // A table may need more than half, so that none of its words is broken.
    let tables = charts.compactMap { leastWidths[$0] }.max().map { [$0 + gap] } ?? []
    for side in [narrowest, width * 2 / 5, width / 2] + tables where side >= narrowest && width - side > narrowest {
      let left = grid(charts, items, 1, width: side - gap, rows: rows)
      for columns in 1...min(pictures.count, max(1, (width - side) / narrowest)) {
        let right = grid(pictures, items, columns, width: width - side, rows: rows)
        candidates.append(
          left
            + right.map { box in
              var box = box
              box.column += side
              return box
            })
      }
    }
    return candidates
  }

  private static func grid(
    _ shown: [Int], _ items: [Recording.Item], _ columns: Int, width: Int, rows: Int
  ) -> [Box] {
    let boxWidth = (width - (columns - 1) * gap) / columns
    let lines = stride(from: 0, to: shown.count, by: columns).map {
      Array(shown[$0..<min($0 + columns, shown.count)])
    }
    var heights = lines.map { line in line.map { items[$0].rows(width: boxWidth) }.max() ?? 1 }
    // What is too high gives way, the highest first.
    var excess = heights.reduce(0, +) - rows
    while excess > 0, let highest = heights.indices.max(by: { heights[$0] < heights[$1] }), heights[highest] > 1 {
      heights[highest] -= 1
      excess -= 1
    }
    var boxes: [Box] = []
    var row = 0
    for (line, height) in zip(lines, heights) {
      for (index, item) in line.enumerated() {
        boxes.append(Box(item: item, row: row, column: index * (boxWidth + gap), width: boxWidth, rows: height))
      }
      row += height
    }
    return boxes
  }
}

extension Recording.Item {
  /// Whether the item is lines of words; the others are drawn.
  var isWords: Bool {
    switch self {
    case .text, .metric, .setting: true
    case .curve, .picture, .plane, .table, .bars: false
    }
  }

  /// Rows that the item would like to have.
  fileprivate func rows(width: Int) -> Int {
    switch self {
    case .text, .metric, .setting: 1
    case .curve: 12
    case .picture(let picture):
      (picture.height * max(1, min(6, width / max(1, picture.width))) + 1) / 2 + 1
    case .plane(let plane): min(width, 130) / 2 + 1 + LegendText(plane, width: width).rows
    case .table(let table): table.rows.count + 3
    case .bars(let bars): bars.labels.count <= 12 ? bars.labels.count + 1 : 10
    }
  }

  /// The columns that a table needs so that none of its words is broken; `nil` for any other item.
  fileprivate var leastWidth: Int? {
    guard case .table(let table) = self else { return nil }
    return TableText(head: table.head, rows: table.rows, width: 1).leastWidth
  }

  /// Whether the item is seen as a whole.
  var isPicture: Bool {
    switch self {
    case .picture, .plane: true
    case .text, .metric, .setting, .curve, .table, .bars: false
    }
  }

  /// The logarithm of how much of the item is seen in a box of this size; of pictures, size is the point.
  fileprivate func visibility(width: Int, rows: Int, leastWidth: Int) -> Double {
    switch self {
    case .text, .metric, .setting: return 0
    case .curve: return log(Double(min(width, 60) * min(rows, 9)))
    case .picture(let picture):
      let ratio = Double(picture.height) / Double(max(1, picture.width))
      let across = min(Double(width), Double(6 * picture.width), 2 * Double(max(1, rows - 1)) / max(1e-3, ratio))
      return 2 * log(max(1, across * across * ratio / 2))
    case .plane(let plane):
      let legend = LegendText(plane, width: width).rows
      let side = Double(min(width, 2 * max(1, rows - 1 - (rows - 1 - legend < 5 ? 0 : legend))))
      return 2 * log(max(1, side * side / 2))
    case .table:
      let isWhole = width >= leastWidth
      // Broken words are hardly read.
      return log(Double(min(width, 60) * min(rows, self.rows(width: width)))) - (isWhole ? 0 : 2)
    case .bars: return log(Double(min(width, 60) * min(rows, self.rows(width: width))))
    }
  }
}
