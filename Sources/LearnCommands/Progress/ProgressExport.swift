import ArgumentParser
import Foundation
import Messages
import Progress
import Terminal
import Workspace

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
