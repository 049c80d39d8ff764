/// Options of which one or several are right.
package struct ChoiceBoard: Board {
  private let texts: [String]
  private let isSingle: Bool
  package private(set) var chosen: Set<Int> = []
  package var cursor = BoardCursor()
  private var history: [Set<Int>] = []

  package init(texts: [String], isSingle: Bool) {
    self.texts = texts
    self.isSingle = isSingle
  }

  package var head: [Line] { [] }

  package func rows(width: Int) -> [Line] {
    texts.enumerated().map { index, text in
      let box = isSingle ? (chosen.contains(index) ? "(•)" : "( )") : (chosen.contains(index) ? "[x]" : "[ ]")
      return row(index, label: "\(index + 1) \(box) ", text, width: width)
    }
  }

  package func detail(width: Int) -> [Line] { detail(texts[cursor.index], width: width, label: 6) }

  package var status: String {
    isSingle ? "One is right" : "\(chosen.count) chosen of all that are right"
  }

  package var keys: [String] {
    [
      "up, down: another option", "space: choose it\(isSingle ? "" : ", or not")",
      "1 to \(texts.count): choose that one\(isSingle ? "" : ", or not")", "u: undo",
      "c: say how sure you are (guessed, fairly sure, sure)", "h: a hint", "Enter: check", "q: leave",
    ]
  }

  package var doubt: String? {
    chosen.isEmpty ? "Nothing is chosen: space chooses. Enter once more leaves it out." : nil
  }

  package var isTouched: Bool { !history.isEmpty }

  package mutating func press(_ key: Key) -> Bool {
    switch key {
    case .up, .character("k"): move(by: -1, count: texts.count)
    case .down, .character("j"): move(by: 1, count: texts.count)
    case .space: toggle(cursor.index)
    case .character(let sign):
      guard let number = sign.wholeNumberValue, texts.indices.contains(number - 1) else { return false }
      cursor.index = number - 1
      toggle(number - 1)
    default: return false
    }
    return true
  }

  package mutating func undo() -> Bool {
    guard let last = history.popLast() else { return false }
    chosen = last
    return true
  }

  private mutating func toggle(_ index: Int) {
    history.append(chosen)
    if chosen.contains(index) {
      chosen.remove(index)
    } else if isSingle {
      chosen = [index]
    } else {
      chosen.insert(index)
    }
  }
}
