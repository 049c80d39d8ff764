import Workspace
import Messages
import ArgumentParser
import Foundation
import Progress
import Terminal

struct ProgressExport: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write every answer, in every course, to a file, a line of JSON each.",
    discussion: "`learn progress import` takes such files in, on this machine or another, any number of times.")

  @Argument(help: "The file to write.")
  var file: String

  @Flag(help: "Replace the file where there is one.")
  var replace = false

  @Flag(help: "Save what can still be read of a damaged log.")
  var recover = false

  @Option(help: ArgumentHelp("With --recover: a damaged backup, in place of your log.", valueName: "backup"))
  var from: String?

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let target = URL(filePath: file)
    if !replace, FileManager.default.fileExists(atPath: target.path) {
      throw Failure("\(file) is there already", help: "choose another name, or say `--replace`", status: .cannotCreate)
    }
    guard recover else {
      if let from {
        throw Failure(
          "`--from \(from)` is for a damaged backup",
          help: "say `--recover`, too; `learn progress restore` takes a sound one",
          status: .usage)
      }
      let store = try context.logToRead(temporary: target.deletingLastPathComponent())
      let count = try naming(file) { () throws(ProgressError) in try store.export(to: target) }
      return context.write([Line("\(count) events written to \(file).")])
    }
    let database = from.map { URL(filePath: $0) } ?? context.directories.home.appending(path: ProgressStore.fileName)
    let report: RecoveryReport
    do throws(ProgressError) {
      report = try ProgressStore.recover(
        from: database, to: target, temporary: target.deletingLastPathComponent())
    } catch {
      switch error {
      case .damaged(let path, let detail): throw ProgressError.unrecoverable(path: path, detail: detail)
      default: throw NamedFileError(error, file: from ?? file)
      }
    }
    let lost =
      report.isAtLeast
      ? report.unreadable > 0
        ? "at least \(report.unreadable) could not be read" : "how many could not be read is not known"
      : "\(report.unreadable) could not be read"
    context.write([Line("\(report.events) events saved to \(file), \(lost).")])
    let saved = Shell.path(file)
    let way =
      from == nil
      ? "The damaged file is as it was. Move \(database.path) elsewhere, then `learn progress import \(saved)` begins anew."
      : "The damaged file is as it was. `learn progress import \(saved)` adds what was saved to your progress."
    context.write([Line(way, .faint)])
  }
}

struct ProgressImport: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in answers that were exported.",
    discussion: "What is here already is passed over: importing twice changes nothing, and neither does the order.")

  @Argument(help: "The files that `learn progress export` wrote.")
  var files: [String]

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let store = try context.openLog()
    for file in files {
      var sign = PassingSign(isPlain: options.plain)
      defer { sign.clear() }
      let report = try naming(file) { () throws(ProgressError) in
        try store.import(from: URL(filePath: file)) { share in
          sign.show(share.map { "\(file): \(Int($0 * 100)) % read" } ?? "\(file): dating the cards anew")
        }
      }
      sign.clear()
      context.write([Line("\(file): \(Self.told(report))")])
    }
  }

  private static func told(_ report: ImportReport) -> String {
    if report.added + report.known + report.differing == 0 { return "there is no event in it." }
    var text = "\(report.added) new events, \(report.known) that were here already"
    if report.differing > 0 {
      text += ", \(report.differing) from a damaged log that are here as something else, and stay as they are here"
    }
    return text + "."
  }
}

struct ProgressBackup: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy your progress to a new file, whole even while it is written.")

  @Argument(help: "The file to write; it may not be there yet.")
  var file: String

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let target = URL(filePath: file)
    let store = try context.logToRead(temporary: target.deletingLastPathComponent())
    try naming(file) { () throws(ProgressError) in try store.backup(to: target) }
    context.write([
      Line("Your progress is copied to \(file)."), Line("learn progress restore \(Shell.path(file))", .faint),
    ])
  }
}

struct ProgressRestore: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put a backup in the place of your progress; what was there is kept beside it.")

  @Argument(help: "A file that `learn progress backup` wrote.")
  var file: String

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let restoration = try naming(file) { () throws(ProgressError) in
      try ProgressStore.restore(from: URL(filePath: file), into: context.directories.home, at: context.now)
    }
    try CourseBindings.inherit(from: restoration.store, in: context.directories)
    context.write([Line("Your progress is that of \(file).")])
    guard let kept = restoration.kept else { return }
    context.write([Line("What was there before is in \(kept.path).", .faint)])
  }
}

struct ProgressForget: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Erase every answer and every place, in every course, from the disk too.",
    discussion: "Nothing brings it back but a backup or an export that was made before.")

  @Flag(help: "Do not ask.")
  var yes = false

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let store = try context.openLog()
    guard try yes || isConfirmed(context) else { return context.write(["Nothing was erased."]) }
    let kept = try store.forget()
    let copies =
      switch kept {
      case 0: "."
      case 1: ", and with it the file that `learn progress restore` had kept."
      default: ", and with it the \(kept) files that `learn progress restore` had kept."
      }
    context.write([
      Line("Every answer, place and setting is erased\(copies)"),
      Line("Backups and exports that you made are where you put them.", .faint),
    ])
  }

  private func isConfirmed(_ context: Context) throws -> Bool {
    guard context.screen.isInteractive else {
      throw Failure(
        "`learn progress forget` erases every answer in every course, and nobody is here to be asked",
        help: "say `learn progress forget --yes`; `learn progress backup FILE` keeps a copy first", status: .usage)
    }
    context.output.write("Every answer and every place, in every course, will be erased. Type `forget` to do it: ")
    guard case .line(let answer) = LineReader().next() else { return false }
    return answer.trimmingCharacters(in: .whitespaces).lowercased() == "forget"
  }
}

/// Does something with a file that the learner has named; what is wrong with that file is not called their progress.
private func naming<Result>(_ file: String, _ body: () throws(ProgressError) -> Result) throws -> Result {
  do throws(ProgressError) { return try body() } catch { throw NamedFileError(error, file: file) }
}
