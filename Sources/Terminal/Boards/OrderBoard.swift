/// Lines to be put in order; where some do not belong, they are left out below a rule.
package struct OrderBoard: Board {
  private let texts: [String]
  private let canLeaveOut: Bool
  /// The lines from top to bottom; the last `leftOut` of them are left out.
  private var order: [Int]
  private var leftOut = 0
  private var isHeld = false
  package var cursor = BoardCursor()
  private var history: [(order: [Int], leftOut: Int, index: Int)] = []

  /// - Parameter canLeaveOut: whether lines among them do not belong.
  package init(texts: [String], canLeaveOut: Bool = false) {
    self.texts = texts
    self.canLeaveOut = canLeaveOut
    order = Array(texts.indices)
  }

  /// The lines of the answer, in its order.
  package var answer: [Int] { Array(order.dropLast(leftOut)) }

  package var head: [Line] { [] }

  package func rows(width: Int) -> [Line] {
    order.enumerated().map { place, item in
      let isOut = place >= order.count - leftOut
      return row(
        place, label: isOut ? " ×  " : "\(place + 1)".leftPadded(2) + "  ", texts[item], width: width,
        mark: isHeld ? "⇕" : "▸")
    }
  }

  package func detail(width: Int) -> [Line] { detail(texts[order[cursor.index]], width: width, label: 4) }

  package var status: String {
    (isHeld ? "The arrows move the line; space puts it down" : "Space picks the line up")
      + (leftOut > 0 ? " · \(leftOut) left out" : "")
  }

  package var keys: [String] {
    [
      "up, down: another line, or where the one that is held goes", "space: pick the line up, put it down",
      "1 to 9: the line goes to this place",
    ] + (canLeaveOut ? ["x: leave the line out, take it in again"] : []) + [
      "u: undo", "c: say how sure you are (guessed, fairly sure, sure)", "h: a hint", "Enter: check", "q: leave",
    ]
  }

  package var doubt: String? {
    order == Array(texts.indices) && leftOut == 0 ? "Nothing is moved. Enter once more gives it as it is." : nil
  }

  package var isTouched: Bool { !history.isEmpty }

  package mutating func press(_ key: Key) -> Bool {
    switch key {
    case .up, .character("k"): go(-1)
    case .down, .character("j"): go(1)
    case .space: isHeld.toggle()
    case .character("x"):
      guard canLeaveOut else { return false }
      leaveOut()
    case .character(let sign):
      guard let number = sign.wholeNumberValue, number >= 1, number <= order.count - leftOut else { return false }
      carry(to: number - 1)
      isHeld = false
    default: return false
    }
    return true
  }

  package mutating func undo() -> Bool {
    guard let last = history.popLast() else { return false }
    (order, leftOut, cursor.index) = last
    isHeld = false
    return true
  }

  private mutating func go(_ step: Int) {
    let target = cursor.index + step
    // A held line stays on its side of the rule.
    guard isHeld, cursor.index < order.count - leftOut else { return move(by: step, count: order.count) }
    guard target >= 0, target < order.count - leftOut else { return }
    carry(to: target)
  }

  private mutating func carry(to place: Int) {
    history.append((order, leftOut, cursor.index))
    if cursor.index >= order.count - leftOut { leftOut -= 1 }
    order.insert(order.remove(at: cursor.index), at: place)
    cursor.index = place
  }

  private mutating func leaveOut() {
    history.append((order, leftOut, cursor.index))
    isHeld = false
    let line = order.remove(at: cursor.index)
    if cursor.index >= order.count + 1 - leftOut {
      // It comes back at the end of those that belong.
      leftOut -= 1
      order.insert(line, at: order.count - leftOut)
    } else {
      order.append(line)
      leftOut += 1
    }
  }
}

extension String {
  fileprivate func leftPadded(_ width: Int) -> String { String(repeating: " ", count: max(0, width - columns)) + self }
}
