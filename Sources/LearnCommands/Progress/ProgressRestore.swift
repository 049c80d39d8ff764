import ArgumentParser
import Foundation
import Progress
import Terminal
import Workspace

struct ProgressRestore: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put a backup in the place of your progress; what was there is kept beside it.")

  @Argument(help: "A file that `learn progress backup` wrote.")
  var file: String

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    if case .export? = ProgressFileKind(of: file) { throw ProgressFileKind.export.failure(file) }
    let restoration = try naming(file) { () throws(ProgressError) in
      try ProgressStore.restore(from: URL(filePath: file), into: context.directories.home, at: context.now)
    }
    try CourseBindings.inherit(from: restoration.store, in: context.directories)
    context.write([Line("Your progress is that of \(file).")])
    guard let kept = restoration.kept else { return }
    context.write([Line("What was there before is in \(kept.path).", .faint)])
  }
}
