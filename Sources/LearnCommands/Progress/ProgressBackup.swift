import ArgumentParser
import Foundation
import Messages
import Progress
import Terminal

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
