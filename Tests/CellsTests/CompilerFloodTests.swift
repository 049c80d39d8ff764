import Course
import Foundation
import Testing

@testable import Cells

/// A cell chooses names, and how many: what compilers and linkers say of them is read in good time.
@Suite struct CompilerFloodTests {
  private func program(_ code: String = "let a = 1\n") -> CellProgram {
    CellProgram(Cell(number: 1, id: "a", file: "Lessons/q.md", firstLine: 1, code: code))
  }

  /// How long it takes of this process, tests beside this one among it: seconds where it should be hundredths, for a machine
  /// that is slow and busy; what grows with the square takes minutes.
  private func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = clock()
    try body()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }

  @Test func aFilesNameThatLooksLikeWhatIsReadOfIt() throws {
    let name = String(repeating: ">>> referenced by ", count: 100_000)
    let output =
      "ld.lld: error: undefined symbol: nosuch\n>>> referenced by \(name):x\n>>> referenced by main.swift:7\n"
    var messages: [CompilerMessage] = []
    let taken = seconds { messages = LinkerOutput.messages(output, program: program()) }
    #expect(messages.map(\.text) == ["there is no function nosuch"])
    #expect(taken < 20, "\(taken) s")
  }

  @Test func thousandsOfNamesThatAreNotThere() throws {
    let count = 4_000
    let code = (0..<count).map { "a\($0)()\n" }.joined()
    let output = (0..<count).map { "Lessons/q.md:\($0 + 1):1: error: cannot find 'a\($0)' in scope\n" }.joined()
    var messages: [CompilerMessage] = []
    let taken = seconds {
      messages = CellNames.adding(to: CompilerOutput.errors(output), in: [program(code).cell])
    }
    #expect(messages.count == Limits.messages)
    #expect(messages.first?.text == "cannot find 'a0' in scope")
    #expect(taken < 60, "\(taken) s")
  }

  /// Names of other cells, and of the library, are still meant.
  @Test func namesAreMeant() {
    let cell = program("let latent = 1\nlet x = 2\n").cell
    let messages = ["latnet", "Tensr", "latnet"].map {
      CompilerMessage(
        file: "Lessons/q.md", line: 1, column: 1, severity: .error, text: "cannot find '\($0)' in scope")
    }
    #expect(CellNames.adding(to: messages, in: [cell]).map(\.suggestion) == ["latent", "Tensor", "latent"])
  }

  @Test(arguments: [
    "<unknown>:0: error: unable to open output file '/cell/known/A/SwiftGlibc-B.pcm': 'Read-only file system'",
    "<module-includes>:1:1: error: could not build C module 'SwiftGlibc'",
    "<unknown>:0: error: missing required module 'SwiftGlibc'",
  ]) func outdatedModulesAreToldApart(output: String) {
    #expect(ModuleCache.isOutdated(output))
    #expect(!ModuleCache.isOutdated("Lessons/q.md:1:1: error: cannot find 'x' in scope"))
  }
}
