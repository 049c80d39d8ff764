import Testing

@testable import Terminal

/// A typed line is changed as in a shell, and only what was typed is in it.
@Suite struct LineEditorTests {
  /// The keys that these bytes are.
  private func keys(_ text: String) -> [Key] {
    var bytes = Array(text.utf8)[...]
    let decoder = KeyDecoder(next: { bytes.popFirst() }, isWaiting: { !bytes.isEmpty })
    var keys: [Key] = []
    while !bytes.isEmpty { keys.append(decoder.key()) }
    return keys
  }

  private func text(_ typed: String) -> String {
    var editor = LineEditor()
    for key in keys(typed) { _ = editor.press(key) }
    return editor.text
  }

  @Test(arguments: [
    ("widht\u{1B}[D\u{1B}[Dx", "widxht"), ("ab\u{1B}[H_", "_ab"), ("ab\u{1B}OH_\u{1B}[F!", "_ab!"),
    ("ab\u{1}_\u{5}!", "_ab!"), ("9.1\u{1B}[A\u{1B}[B\u{1B}[5~\u{1B}[15~ bits", "9.1 bits"),
    ("über\u{7F}\u{7F}r", "übr"), ("語字\u{7F}", "語"), ("e\u{301}x\u{1B}[D\u{7F}", "x"), ("abc\u{1B}[H\u{1B}[3~", "bc"),
    ("one two\u{17}", "one "), ("one two\u{15}", ""), ("one two\u{1B}[1;5D_", "one _two"),
    ("one two\u{1B}b\u{1B}b_", "_one two"),
    ("one two\u{1}\u{B}", ""), ("one two\u{1}\u{1B}f_", "one_ two"), ("👩‍👩‍👧\u{1B}[Dx", "x👩‍👩‍👧"),
    ("\u{1B}[200~q\nu3 \u{1B}[31m\u{1B}[201~!", "q u3 [31m!"), ("a\tb", "ab"),
  ]) func keysChangeTheLine(typed: String, text: String) {
    #expect(self.text(typed) == text)
  }

  @Test func aPasteIsOneKey() {
    #expect(keys("\u{1B}[200~quit\r\n1\u{1B}[201~q") == [.pasted("quit\r\n1"), .character("q")])
    // One without an end ends with the input.
    #expect(keys("\u{1B}[200~abc") == [.pasted("abc")])
  }

  @Test func theLineEndsWithEnterAndTheInputWithControlD() {
    var editor = LineEditor("ab")
    let steps = [.control("d"), .control("u"), .control("d"), .enter, .up].map { editor.press($0) }
    #expect(steps == [.redraw, .redraw, .end, .submit, .nothing])
  }

  /// A narrow place shows the part around the cursor, and never half of a wide character.
  @Test func theCursorIsInSight() {
    var editor = LineEditor("0123456789")
    #expect(editor.window(width: 20) == ("0123456789", 0))
    #expect(editor.window(width: 5) == ("6789", 0))
    for _ in 0..<8 { _ = editor.press(.left) }
    let (seen, behind) = editor.window(width: 5)
    #expect(seen.contains("2"))
    #expect(seen.columns <= 5 && behind > 0 && behind < 5)
    #expect(LineEditor("漢字漢字").window(width: 6) == ("字漢字".suffix(2).description, 0))
  }
}
