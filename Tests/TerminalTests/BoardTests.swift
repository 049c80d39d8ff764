import Practice
import Testing

@testable import Terminal

/// Boards as a person would use them: keys in, lines out.
@Suite struct BoardTests {
  func press(_ board: inout some Board, _ keys: String) {
    for key in keys {
      switch key {
      case " ": _ = board.step(.space)
      case "^": _ = board.step(.up)
      case "v": _ = board.step(.down)
      case "<": _ = board.step(.left)
      case ">": _ = board.step(.right)
      default: _ = board.step(.character(key))
      }
    }
  }

  func text(_ board: some Board, width: Int = 60, height: Int = 20) -> [String] {
    board.lines(width: width, height: height).map { $0.spans.map(\.text).joined() }
  }

  @Test func itemsGoIntoBuckets() {
    var board = SortBoard(items: ["a", "b", "c", "d"], buckets: ["Judge", "Maker"])
    press(&board, "1")
    #expect(board.places == [0, nil, nil, nil])
    #expect(board.cursor.index == 1)
    press(&board, "2v2")
    #expect(board.places == [0, 1, nil, 1])
    // On to the one that was passed over.
    #expect(board.cursor.index == 2)
    press(&board, "1")
    #expect(board.doubt == nil)
    press(&board, "uu")
    #expect(board.places == [0, 1, nil, nil])
    #expect(board.cursor.index == 3)
    press(&board, ">")
    #expect(board.places[3] == 0)
    press(&board, ">>")
    #expect(board.places[3] == 1)
    press(&board, "<0")
    #expect(board.places[3] == nil)
    press(&board, "3")
    #expect(board.places[3] == nil)
    #expect(board.cursor.remark != nil)
  }

  @Test func undoGoesBackToTheBeginningAndSaysSo() {
    var board = SortBoard(items: ["a", "b"], buckets: ["x", "y"])
    press(&board, "12uu")
    #expect(board.places == [nil, nil])
    press(&board, "u")
    #expect(board.cursor.remark == "There is nothing to take back.")
  }

  @Test func whatIsNotSortedIsAskedAboutOnce() {
    var board = SortBoard(items: ["a", "b"], buckets: ["x", "y"])
    press(&board, "1")
    #expect(board.step(.enter) == .redraw)
    #expect(text(board).contains { $0.contains("1 is not sorted.") })
    #expect(board.step(.enter) == .answer)
    #expect(board.step(.down) == .redraw)
    #expect(board.step(.enter) == .redraw, "another key in between asks again")
  }

  @Test func anOrderThatWasNotTouchedIsAskedAboutOnce() {
    var board = OrderBoard(texts: ["a", "b"], canLeaveOut: true)
    #expect(board.step(.enter) == .redraw)
    #expect(text(board).contains { $0.contains("Nothing is moved.") })
    #expect(board.step(.enter) == .answer)
    press(&board, "2")
    #expect(board.step(.enter) == .answer)
    press(&board, "ux")
    #expect(board.step(.enter) == .answer, "a line left out is an answer, too")
  }

  /// Neither key throws away what was done without a word.
  @Test(arguments: [Key.escape, .character("q")]) func leavingWithWorkDoneIsAskedAboutOnce(key: Key) {
    var board = SortBoard(items: ["a", "b"], buckets: ["x", "y"])
    #expect(board.step(key) == .leave, "nothing is lost yet")
    press(&board, "1")
    #expect(board.step(key) == .redraw)
    #expect(text(board, width: 80).contains { $0.contains("q once more leaves it.") })
    press(&board, "2")
    #expect(board.step(key) == .redraw, "another key in between asks again")
    #expect(board.step(key) == .leave)
  }

  @Test func linesAreCarriedAndPlaced() {
    var board = OrderBoard(texts: ["a", "b", "c", "d"])
    press(&board, " vv ")
    #expect(board.answer == [1, 2, 0, 3])
    press(&board, "1")
    #expect(board.answer == [0, 1, 2, 3])
    press(&board, "u")
    #expect(board.answer == [1, 2, 0, 3])
    press(&board, "uu")
    #expect(board.answer == [0, 1, 2, 3])
    press(&board, "^^^ v")
    #expect(board.answer == [1, 0, 2, 3])
    #expect(board.step(.character("x")) == .redraw)
    #expect(board.answer.count == 4, "every line belongs here")
  }

  @Test func linesThatDoNotBelongAreLeftOut() {
    var board = OrderBoard(texts: ["a", "b", "c"], canLeaveOut: true)
    press(&board, "vx")
    #expect(board.answer == [0, 2])
    #expect(text(board).contains { $0.contains("×") && $0.contains("b") })
    // Back in again, at the end.
    press(&board, "vx")
    #expect(board.answer == [0, 2, 1])
    press(&board, "u")
    #expect(board.answer == [0, 2])
    press(&board, "v1")
    #expect(board.answer == [1, 0, 2])
    press(&board, "xxx")
    #expect(board.answer.count < 3)
  }

  @Test func optionsAreChosenOneOrSeveral() {
    var one = ChoiceBoard(texts: ["a", "b", "c"], isSingle: true)
    press(&one, "1v ")
    #expect(one.chosen == [1])
    press(&one, "3")
    #expect(one.chosen == [2])
    press(&one, "3")
    #expect(one.chosen.isEmpty)
    var several = ChoiceBoard(texts: ["a", "b", "c"], isSingle: false)
    press(&several, "13")
    #expect(several.chosen == [0, 2])
    press(&several, "1u")
    #expect(several.chosen == [0, 2])
    #expect(several.step(.enter) == .answer)
  }

  /// Whatever is chosen can be told without colours.
  @Test func everyStateHasItsOwnSigns() {
    var board = ChoiceBoard(texts: ["a", "b"], isSingle: true)
    let before = text(board)
    press(&board, "2")
    #expect(text(board) != before)
    #expect(text(board).contains("▸ 2 (•) b"))
    #expect(text(board).contains("  1 ( ) a"))
    var order = OrderBoard(texts: ["a", "b"])
    #expect(text(order).contains("▸  1  a"))
    press(&order, " ")
    #expect(text(order).contains("⇕  1  a"))
  }

  @Test func confidenceGoesRound() {
    var board = ChoiceBoard(texts: ["a", "b"], isSingle: true)
    var seen: [Confidence?] = []
    for _ in 0..<4 {
      press(&board, "c")
      seen.append(board.cursor.confidence)
    }
    #expect(seen == [.guessed, .fairlySure, .sure, nil])
    press(&board, "c")
    #expect(text(board).contains { $0.contains("guessed") })
  }

  @Test func helpNamesTheKeys() {
    var board = SortBoard(items: ["a", "b"], buckets: ["x", "y"])
    press(&board, "?")
    let words = text(board).joined(separator: " ")
    for key in ["up, down", "1, 2", "u: undo", "h: a hint", "Enter: check", "q: leave", "c: say how sure"] {
      #expect(words.contains(key), "\(key)")
    }
    #expect(board.step(.character("h")) == .hint)
    #expect(board.step(.character("q")) == .leave)
    #expect(board.step(.interrupt) == .interrupt)
    #expect(board.step(.end) == .end)
  }

  /// However small the window: the cursor's item is there, and no line is too wide.
  @Test(arguments: [(80, 24), (40, 24), (40, 12), (24, 10)]) func everythingFits(width: Int, height: Int) {
    let items = (1...30).map { "item \($0) with so many words that it takes more than a line of a narrow window" }
    var board = SortBoard(items: items, buckets: ["Discriminative", "Generative", "Neither of the two"])
    for step in 0..<30 {
      let lines = text(board, width: width, height: height)
      #expect(lines.count <= height)
      #expect(lines.allSatisfy { $0.columns <= width })
      #expect(lines.contains { $0.hasPrefix("▸") }, "step \(step) at \(width)×\(height)")
      press(&board, "v")
    }
    #expect(text(board, width: width, height: height).contains { $0.contains("↑") })
  }

  /// A frame goes over the one before, and clearing leaves nothing.
  @Test func framesAreDrawnInPlace() {
    var emulator = TerminalEmulator(width: 30, height: 10)
    emulator.takesLines = true
    var live = LiveLines()
    emulator.write("above\n")
    emulator.write(live.frame(["one", "two", "three"], .none))
    #expect(emulator.text.prefix(4) == ["above", "one", "two", "three"])
    emulator.write(live.frame(["1", "2"], .none))
    #expect(emulator.text.prefix(4) == ["above", "1", "2", ""])
    emulator.write(live.clear())
    #expect(emulator.text.prefix(4) == ["above", "", "", ""])
    #expect(emulator.row == 1)
    #expect(emulator.faults.isEmpty)
  }
}
