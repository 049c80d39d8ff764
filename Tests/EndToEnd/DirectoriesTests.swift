import Foundation
import TestSupport
import Testing

/// Where things are kept, and where things are found.
@Suite struct DirectoriesTests {
  func progressFile(_ folder: String) -> Bool { FileManager.default.fileExists(atPath: folder + "/progress.sqlite") }

  #if os(Linux)
    @Test func progressIsKeptInTheHomeFolder() throws {
      let command = try LearnCommand()
      #expect(try command.run("list").status == 0)
      #expect(progressFile(command.home.url.path + "/.local/share/learn"))
    }
  #endif

  @Test func variablesChooseOtherFolders() throws {
    var command = try LearnCommand()
    let home = command.home.url.path
    command.environment["XDG_DATA_HOME"] = home + "/data"
    command.environment["XDG_CACHE_HOME"] = home + "/caches"
    #expect(try command.run("list").status == 0)
    #expect(progressFile(home + "/data/learn"))
    #expect(try command.run("doctor").output.contains(home + "/caches/learn"))

    command.environment["LEARN_HOME"] = home + "/mine"
    #expect(try command.run("list").status == 0)
    #expect(progressFile(home + "/mine"))
    #expect(try command.run("doctor").output.contains(home + "/mine/cache"))
    #expect(!FileManager.default.fileExists(atPath: home + "/.local"))
  }

  /// As the specification says: a relative path in such a variable is passed over.
  @Test func relativeVariablesArePassedOver() throws {
    var command = try LearnCommand(in: LearnCommand.fixtures.appending(path: "Sound"))
    command.environment["XDG_DATA_HOME"] = "data"
    #expect(try command.run("list").status == 0)
    #expect(!FileManager.default.fileExists(atPath: command.folder.appending(path: "data").path))
  }

  /// Then the system's word counts, and not the current folder.
  @Test func anEmptyHomeIsAsNone() throws {
    var command = try LearnCommand(in: LearnCommand.fixtures.appending(path: "Sound"))
    let here = try TemporaryFolder()
    command.folder = here.url
    command.environment["CFFIXED_USER_HOME"] = command.home.url.path
    for home in ["", nil] {
      command.environment["HOME"] = home
      #expect(try command.run("list").status == 0)
      #expect(try FileManager.default.contentsOfDirectory(atPath: here.url.path) == [])
      #expect(try command.run("doctor").output.contains(command.home.url.path))
    }
  }

  @Test(arguments: ["Sound", "Sound/Lessons", "Sound/Lessons/pictures", "Sound/Exercises"])
  func aCourseIsFoundFromItsSubfolders(folder: String) throws {
    let result = try LearnCommand(in: LearnCommand.fixtures.appending(path: folder)).run("list")
    #expect(result.lines.first == "A small course")
  }

  @Test func elsewhereTheBundledCourseIsFound() throws {
    let folder = try TemporaryFolder()
    #expect(try LearnCommand(in: folder.url).run("next").lines.first == "1 · Judge or maker")
  }

  @Test func aHomeThatCannotBeWrittenIsTold() throws {
    var command = try LearnCommand()
    let file = try command.home.create("file")
    command.environment["LEARN_HOME"] = file.path
    // One can read on; an answer must not be lost.
    let list = try command.run("list")
    #expect(list.status == 0)
    #expect(list.errors.hasPrefix("warning: nothing can be written to \(file.path)"), "\(list.errors)")
    let quiz = try command.run("quiz", input: "1\n")
    #expect(quiz.status == 73)
    #expect(quiz.errors.hasPrefix("error: your progress cannot be written to \(file.path)"), "\(quiz.errors)")
    #expect(quiz.errors.contains("LEARN_HOME"))
  }

  @Test func withoutACompilerItSaysWhatToInstall() throws {
    var command = try LearnCommand()
    command.environment["PATH"] = command.home.url.path
    let result = try command.run("run", "cell", "1")
    #expect(result.status == 69)
    #expect(
      result.errors.hasPrefix("error: there is no Swift compiler: no `swiftc` on the search path\nhelp: install Swift"))
    #expect(try command.run("doctor").status == 69)
    #expect(try command.run("next").status == 0, "reading takes no compiler")
  }
}
