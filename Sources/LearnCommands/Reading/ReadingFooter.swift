import Terminal

/// The line below a page: where it is, and what the keys do. The narrower the window, the fewer are named.
struct ReadingFooter {
  /// The number of the section and of all, and of the page and of all; counted from 1.
  var section: (number: Int, count: Int)
  var page: (number: Int, count: Int)
  /// Whether the section has cells, and one that can be explored.
  var hasCells: Bool
  var isExplorable: Bool
  /// Whether the lesson ends here.
  var isLast: Bool

  /// The keys and their names, in the order in which they are named; those of the greatest rank go first where there is no
  /// room.
  private var keys: [(key: String, name: String, rank: Int)] {
    var keys = [("space", isLast ? "done" : "on", 0), ("b", "back", 3)]
    if hasCells { keys += [("r", "run", 1), ("e", "edit", 4)] }
    if isExplorable { keys.append(("x", "explore", 4)) }
    if isLast { keys.append(("p", "practise", 1)) }
    return keys + [("g", "term", 5), ("/", "search", 5), ("?", "keys", 0), ("q", "leave", 2)]
  }

  /// Returns the line, in at most so many columns.
  func line(width: Int) -> String {
    let pages = page.count > 1 ? ", page \(page.number) of \(page.count)" : ""
    let short = "\(section.number)/\(section.count)"
    let place = "── \(section.number) of \(section.count)"
    let places = [place + pages, place, short]
    for rank in (0...5).reversed() {
      let named = keys.filter { $0.rank <= rank }.map { "\($0.key): \($0.name)" }
      for place in places.prefix(rank > 2 ? 1 : 3) {
        let line = ([place] + named).joined(separator: " · ")
        if line.columns <= width { return line }
      }
    }
    return String("\(short) ␣ b ? q".prefix(width))
  }
}
