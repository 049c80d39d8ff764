import Foundation
import Messages
import TestSupport
import Testing

@testable import Terminal

@Suite struct ExplanationTextTests {
  @Test func faultsOfOneThingStandTogether() {
    let place = SourcePlace("a.md", line: 2, column: 3, content: "ab(")
    let explanation = Explanation(
      [
        Fault("a `)` is missing", at: place, notes: [.help("add it"), .compiler("expected ')'")]),
        Fault("it failed", notes: [.lines("ld: no such file")]),
      ], rest: 3, remark: "Mend these lines.", status: .software)
    #expect(
      explanation.text == """
        a.md:2:3: error: a `)` is missing
          ab(
            ^
        help: add it
        the compiler says: expected ')'
        error: it failed
        ld: no such file
        and 3 more of them
        Mend these lines.

        """)
  }

  @Test func thingsOfAListStandApart() {
    let explanation = Explanation([Fault("one"), Fault("two", help: "mend it")], rest: 1, isList: true, status: .data)
    #expect(explanation.text == "error: one\n\nerror: two\nhelp: mend it\n\nand 1 more of them\n")
  }

  @Test func theLineIsThatOfTheCourse() throws {
    let folder = try TemporaryFolder()
    try folder.create("course/Lessons/01-a.md", "first\nsecond\r\nthird")
    try folder.create("home/cells/01-a/one.swift", "let x = 1")
    let edits = folder.url.appending(path: "home/cells", directoryHint: .isDirectory)
    let excerpts = Excerpts(of: folder.url.appending(path: "course", directoryHint: .isDirectory), edits: edits)
    func content(_ file: String, _ line: Int?) -> String? {
      excerpts.showing(Explanation("no", at: SourcePlace(file, line: line), status: .data)).place?.content
    }
    #expect(content("Lessons/01-a.md", 2) == "second")
    #expect(content("Lessons/01-a.md", 3) == "third")
    #expect(content(edits.path + "/01-a/one.swift", 1) == "let x = 1")
    #expect(content("Lessons/01-a.md", 4) == nil)
    #expect(content("Lessons/01-a.md", nil) == nil)
    // A cell can name any file: what stands there is none of its business.
    #expect(content("/etc/passwd", 1) == nil)
    #expect(content("../home/cells/01-a/one.swift", 1) == nil)
  }

  @Test func anErrorOfNobodys() {
    struct Unknown: Error {}
    #expect(Explanation(describing: Unknown()) == nil)
    #expect(Explanation(Unknown()).status == .software)
    #expect(Explanation(CancellationError()).status == .interrupted)
  }
}
