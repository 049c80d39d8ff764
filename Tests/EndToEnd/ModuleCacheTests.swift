#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  /// The modules that are made once, and read-only afterwards, are none that a cell could be stuck with.
  @Suite(.enabled(if: LearnCommand.hasSandbox, "bubblewrap is not installed, or not allowed"))
  struct ModuleCacheTests {
    @Test func whatCannotBeUsedIsMadeAnew() throws {
      var learn = try LearnCommand()
      learn.environment["XDG_CACHE_HOME"] = learn.home.url.appending(path: "cache").path
      #expect(try learn.run("run", "cell", "1").status == 0)
      let cells = learn.home.url.appending(path: "cache/learn/cells")
      func modules() throws -> [URL] {
        try FileManager.default.subpathsOfDirectory(atPath: cells.path).filter {
          $0.hasPrefix("modules-") && $0.hasSuffix(".pcm")
        }.map { cells.appending(path: $0) }
      }
      let made = try modules()
      #expect(!made.isEmpty)
      // As after an update of the system, whose headers they no longer are.
      for module in made { try Data("no module".utf8).write(to: module) }
      #expect(try learn.run("run", "cell", "2").status == 0)
      #expect(try modules().allSatisfy { try Data(contentsOf: $0).count > 1_000 })
    }
  }
#endif
