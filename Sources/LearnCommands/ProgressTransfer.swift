import ArgumentParser
import Foundation
import Progress
import Terminal

struct ProgressExport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write every answer, in every course, to a file, a line of JSON each.",
    discussion: "`learn progress import` takes such files in, on this machine or another, any number of times.")

  @Argument(help: "The file to write.")
  var file: String

  @Flag(help: "Replace the file where there is one.")
  var replace = false

  @Flag(help: "Save what can still be read of a damaged log.")
  var recover = false

  @OptionGroup var options: CommonOptions

  func run() async throws {
    let app = try App(options)
    let target = URL(filePath: file)
    if !replace, FileManager.default.fileExists(atPath: target.path) {
      throw Failure("\(file) is there already", help: "choose another name, or say `--replace`", status: .cannotCreate)
    }
    guard recover else {
      let store = try app.openLog()
      let count = try naming(file) { () throws(ProgressError) in try store.export(to: target) }
      return app.write([Line("\(count) events written to \(file).")])
    }
    let database = app.places.home.appending(path: ProgressStore.fileName)
    let report: RecoveryReport
    do throws(ProgressError) {
      report = try ProgressStore.recover(from: database, to: target)
    } catch {
      guard case .damaged(let path, let detail) = error else { throw Failure(error, with: file) }
      throw Failure(
        "nothing can be read of \(path): \(detail)",
        help: """
          the file is left as it is; `learn progress restore FILE` puts a backup in its place. Without a backup, move it \
          elsewhere: learn begins anew, and `learn progress import FILE` takes in what you exported before
          """,
        status: .data)
    }
    let lost =
      report.isAtLeast
      ? report.unreadable > 0
        ? "at least \(report.unreadable) could not be read" : "how many could not be read is not known"
      : "\(report.unreadable) could not be read"
    app.write([Line("\(report.events) events saved to \(file), \(lost).")])
    app.write([
      Line(
        "The damaged file is as it was. Move it elsewhere, then `learn progress import \(Shell.path(file))` begins anew.",
        .faint)
    ])
  }
}

struct ProgressImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in answers that were exported.",
    discussion: "What is here already is passed over: importing twice changes nothing, and neither does the order.")

  @Argument(help: "The files that `learn progress export` wrote.")
  var files: [String]

  @OptionGroup var options: CommonOptions

  func run() async throws {
    let app = try App(options)
    let store = try app.openLog()
    for file in files {
      let report = try naming(file) { () throws(ProgressError) in try store.import(from: URL(filePath: file)) }
      app.write([Line("\(file): \(report.added) new events, \(report.known) that were here already.")])
    }
  }
}

struct ProgressBackup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy your progress to a new file, whole even while it is written.")

  @Argument(help: "The file to write; it may not be there yet.")
  var file: String

  @OptionGroup var options: CommonOptions

  func run() async throws {
    let app = try App(options)
    let store = try app.openLog()
    try naming(file) { () throws(ProgressError) in try store.backup(to: URL(filePath: file)) }
    app.write([Line("Your progress is copied to \(file)."), Line("learn progress restore \(Shell.path(file))", .faint)])
  }
}

struct ProgressRestore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put a backup in the place of your progress; what was there is kept beside it.")

  @Argument(help: "A file that `learn progress backup` wrote.")
  var file: String

  @OptionGroup var options: CommonOptions

  func run() async throws {
    let app = try App(options)
    let restoration = try naming(file) { () throws(ProgressError) in
      try ProgressStore.restore(from: URL(filePath: file), into: app.places.home, at: app.now)
    }
    app.write([Line("Your progress is that of \(file).")])
    guard let kept = restoration.kept else { return }
    app.write([Line("What was there before is in \(kept.path).", .faint)])
  }
}

struct ProgressForget: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Erase every answer and every place, in every course, from the disk too.",
    discussion: "Nothing brings it back but a backup or an export that was made before.")

  @Flag(help: "Do not ask.")
  var yes = false

  @OptionGroup var options: CommonOptions

  func run() async throws {
    let app = try App(options)
    let store = try app.openLog()
    guard try yes || isConfirmed(app) else { return app.write(["Nothing was erased."]) }
    let kept = try store.forget()
    let copies =
      switch kept {
      case 0: "."
      case 1: ", and with it the file that `learn progress restore` had kept."
      default: ", and with it the \(kept) files that `learn progress restore` had kept."
      }
    app.write([
      Line("Every answer, place and setting is erased\(copies)"),
      Line("Backups and exports that you made are where you put them.", .faint),
    ])
  }

  private func isConfirmed(_ app: App) throws -> Bool {
    guard app.screen.isInteractive else {
      throw Failure(
        "`learn progress forget` erases every answer in every course, and nobody is here to be asked",
        help: "say `learn progress forget --yes`; `learn progress backup FILE` keeps a copy first", status: .usage)
    }
    Output.write("Every answer and every place, in every course, will be erased. Type `forget` to do it: ")
    guard case .line(let answer) = LineReader().next() else { return false }
    return answer.trimmingCharacters(in: .whitespaces).lowercased() == "forget"
  }
}

/// Does something with a file that the learner has named; what is wrong with that file is not called their progress.
private func naming<Result>(_ file: String, _ body: () throws(ProgressError) -> Result) throws -> Result {
  do throws(ProgressError) { return try body() } catch { throw Failure(error, with: file) }
}
