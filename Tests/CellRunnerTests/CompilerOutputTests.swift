import Testing

@testable import CellRunner

@Suite struct CompilerOutputTests {
  @Test func messagesAreReadAndTheRestIsPassedOver() {
    let output = """
      Lessons/01-a.md:41:5: error: cannot find 'x' in scope
      let y = x
              ^
      Lessons/01-a.md:42:1: warning: variable 'y' was never used
      Lessons/01-a.md:40:12: note: did you mean 'z'?
      <unknown>:0: error: something without a column
      error: link command failed with exit code 1
      clang: error: linker command failed
      """
    #expect(
      CompilerOutput.messages(output) == [
        CompilerMessage(
          file: "Lessons/01-a.md", line: 41, column: 5, severity: .error, text: "cannot find 'x' in scope"),
        CompilerMessage(
          file: "Lessons/01-a.md", line: 42, column: 1, severity: .warning, text: "variable 'y' was never used"),
        CompilerMessage(file: "Lessons/01-a.md", line: 40, column: 12, severity: .note, text: "did you mean 'z'?"),
      ])
    #expect(CompilerOutput.messages("") == [])
    #expect(CompilerOutput.messages("a:1:2: remark: no\na:99999999999999999999:1: error: no") == [])
  }

  /// Learners in any language: a path with spaces, a message with colons.
  @Test func oddNames() {
    #expect(
      CompilerOutput.messages("Lessons/häus 1.md:1:2: error: a: b:3:4: error: c").map(\.text) == ["a: b:3:4: error: c"])
  }
}
