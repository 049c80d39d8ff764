/// Items to be put into buckets.
package struct SortBoard: Board {
  private let items: [String]
  private let buckets: [String]
  /// The bucket of each item.
  package private(set) var places: [Int?]
  package var cursor = BoardCursor()
  private var history: [(places: [Int?], index: Int)] = []

  package init(items: [String], buckets: [String]) {
    self.items = items
    self.buckets = buckets
    places = [Int?](repeating: nil, count: items.count)
  }

  package var head: [Line] {
    buckets.enumerated().map { Line([Span("  \($0 + 1) ", .bold), Span($1)]) } + [""]
  }

  /// Columns for the name of a bucket.
  private func room(_ width: Int) -> Int { min(buckets.map(\.columns).max() ?? 0, max(6, width / 4)) }

  package func rows(width: Int) -> [Line] {
    let room = room(width)
    return items.enumerated().map { index, item in
      let label = places[index].map { "\($0 + 1) \(buckets[$0].cut(room))" } ?? "·"
      return row(index, label: label.padded(room + 4), item, width: width)
    }
  }

  package func detail(width: Int) -> [Line] { detail(items[cursor.index], width: width, label: room(width) + 4) }

  package var status: String { "\(places.count { $0 != nil }) of \(items.count) sorted" }

  package var keys: [String] {
    [
      "up, down: another item",
      "\(buckets.count == 2 ? "1, 2" : "1 to \(buckets.count)"): put it there, and on to the next",
      "left, right: the bucket before, behind", "0 or backspace: take it out", "u: undo",
      "c: say how sure you are (guessed, fairly sure, sure)", "h: a hint", "Enter: check all", "q: leave",
    ]
  }

  package var doubt: String? {
    let open = places.count { $0 == nil }
    return open == 0
      ? nil : "\(open) \(open == 1 ? "is" : "are") not sorted. Enter once more leaves \(open == 1 ? "it" : "them") out."
  }

  package var isTouched: Bool { !history.isEmpty }

  package mutating func press(_ key: Key) -> Bool {
    switch key {
    case .up, .character("k"): move(by: -1, count: items.count)
    case .down, .character("j"): move(by: 1, count: items.count)
    case .left: put(max(0, (places[cursor.index] ?? 1) - 1))
    case .right: put(min(buckets.count - 1, (places[cursor.index] ?? -1) + 1))
    case .backspace, .character("0"): put(nil)
    case .character(let sign):
      guard let number = sign.wholeNumberValue, buckets.indices.contains(number - 1) else { return false }
      put(number - 1)
      goOn()
    default: return false
    }
    return true
  }

  package mutating func undo() -> Bool {
    guard let last = history.popLast() else { return false }
    places = last.places
    cursor.index = last.index
    return true
  }

  private mutating func put(_ bucket: Int?) {
    history.append((places, cursor.index))
    places[cursor.index] = bucket
  }

  /// Goes on to the next item that is not sorted yet, from the top again behind the last.
  private mutating func goOn() {
    let order = (1...items.count).map { (cursor.index + $0) % items.count }
    if let next = order.first(where: { places[$0] == nil }) { cursor.index = next }
  }
}
