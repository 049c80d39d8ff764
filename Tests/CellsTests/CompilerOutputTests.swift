import Course
import Foundation
import Testing

@testable import Cells

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

  /// A library of before an update of Swift is told as that, and not as a fault of the cell.
  @Test(arguments: [
    (
      "main.swift:1:8: error: module compiled with Swift 6.3.1 cannot be imported by the Swift 6.4 compiler: /m/A.swiftmodule",
      CompilerOutput.OtherSwift(version: "6.3.1")
    ),
    (
      "main.swift:1:8: error: compiled module was created by an older version of the compiler; rebuild 'A' and try again: /m",
      .init(version: nil)
    ),
    (
      "main.swift:1:8: error: compiled module was created by a newer version of the compiler: /m/A.swiftmodule",
      .init(version: nil)
    ), ("main.swift:1:8: error: malformed compiled module: /m/A.swiftmodule", .init(version: nil)),
    ("main.swift:3:8: error: cannot find 'module' in scope", nil), ("", nil),
  ]) func aLibraryOfAnotherSwiftIsTold(output: String, swift: CompilerOutput.OtherSwift?) {
    #expect(CompilerOutput.swiftOfLibrary(output) == swift)
  }

  /// Learners in any language: a path with spaces, a message with colons.
  @Test func oddNames() {
    #expect(
      CompilerOutput.messages("Lessons/häus 1.md:1:2: error: a: b:3:4: error: c").map(\.text) == ["a: b:3:4: error: c"])
  }
  private let program = CellProgram(
    Cell(
      number: 1, id: "a", file: "Lessons/q.md", firstLine: 384, code: "let a = 1\nlet l = readLine()\nlet b = none()\n")
  )

  @Test func aMissingFunctionHasItsLineAndNoPath() {
    let output = """
      error: link command failed with exit code 1 (use -v to see invocation)
      ld.lld: error: undefined symbol: no_such_function
      >>> referenced by q.md:386 (Lessons/q.md:386)
      >>>               /cache/cells/key/temporary/TemporaryDirectory.X/main-1.o:(main)
      """
    #expect(
      LinkerOutput.messages(output, program: program) == [
        CompilerMessage(
          file: "Lessons/q.md", line: 386, column: 1, severity: .error, text: "there is no function no_such_function")
      ])
    #expect(LinkerOutput.missingOfLibrary(output) == nil)
    let apple = "Undefined symbols for architecture arm64:\n  \"_none\", referenced from:\n      _main in main-1.o"
    #expect(LinkerOutput.messages(apple, program: program).map(\.text) == ["there is no function _none"])
    let other = LinkerOutput.messages("ld: cannot read main-1.o", program: program)
    #expect(other.map(\.text) == ["ld: cannot read main-1.o"])
  }

  /// In a browser Swift's own `readLine` is called, which there is none of.
  @Test func whatABrowserLacksIsFoundByItsWord() {
    let output = "wasm-ld: error: /cache/cells/key/cell.o: undefined symbol: swift_stdlib_readLine_stdin"
    let message = LinkerOutput.messages(output, program: program).first
    #expect(message?.line == 385)
    #expect(message?.column == 9)
  }

  /// A library that was not built again with the rest is not the cell's fault.
  @Test func whatTheLibraryLacksIsTold() {
    func lacks(_ symbol: String) -> String? {
      LinkerOutput.missingOfLibrary("ld.lld: error: undefined symbol: \(symbol)\n>>> referenced by q.md:385")
    }
    #expect(lacks("$s7Display8readLine16strippingNewlineSSSgSb_tF") == "readLine")
    #expect(lacks("_$s10Generative6DigitsO3allAA7DatasetVvgZ") == "Digits")
    #expect(lacks("$s10LessonCell4noneSiyF") == nil)
    #expect(lacks("$sSS") == nil)
  }
}
