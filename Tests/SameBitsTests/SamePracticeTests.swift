import Foundation
import LibraryBuild
import Testing

/// Practice in a page and in the terminal: the same questions, marks, verdicts, due dates and lines of the log, to the letter.
@Suite(.enabled(if: WebAssemblyModule.obstacle == nil, "\(WebAssemblyModule.obstacle ?? "")"))
struct SamePracticeTests {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  private func sources(_ last: String) -> [URL] {
    let programs = "SameBitsTests/Programs/Practice/"
    return [
      "PracticeTests/MemoryLog.swift", "PracticeTests/SampleExercises.swift", programs + "Transcript.swift",
      programs + last,
    ].map { Self.tests.appendingPathComponent($0) }
  }

  @Test func aSittingIsTheSameInAPageAndInTheTerminal() throws {
    let here = try LibraryBuild(.native).executable("SamePractice", sources("Main.swift"), imports: ["Practice"]).run([]
    )
    let objects = try LibraryBuild(.webAssembly).objects(
      "SamePractice", sources("Exports.swift"), imports: ["Practice", "Browser"])
    let module = try WebAssemblyModule(linking: objects, options: ["--export=transcript", "--export=byte"])
    let there = try module.run(
      """
      const bytes = Buffer.alloc(library.transcript())
      bytes.forEach((_, index) => bytes[index] = library.byte(index))
      process.stdout.write(bytes)
      """)
    for (mine, its) in zip(here.split(separator: "\n"), there.split(separator: "\n")) { #expect(mine == its) }
    #expect(here == there)
    // Every kind was asked, answered and written down.
    for words in [
      "sorting", "ordering", "listing", "choice", "quantity", "gaps", "card", "hint", "took back", "soon", "forecast",
      "due in", "{\"at\":",
    ] { #expect(here.contains(words), "\(words)") }
    #expect(!here.contains("refused"), "\(here)")
  }
}
