import ArgumentParser
import Course
import Foundation
import Messages
import SiteBuilder
import Terminal
import Workspace

struct BuildSite: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "build-site",
    abstract: "Export the course as static HTML.",
    discussion: """
      Cells that were not run since they changed are run first, and what they show is recorded. The pages need no \
      server and no JavaScript.
      """)

  @Option(name: [.long, .short], help: "The folder to write; it is made, or replaced where it holds an earlier site.")
  var output = "_site"

  @Flag(help: "Run nothing: a cell without a record is shown as code alone.")
  var noRun = false

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    guard context.course.problems.isEmpty else { throw Problems(context.course.problems) }
    let watched = Interruption.watch()
    defer { watched.forEach { $0.cancel() } }
    let builder = try SiteBuilder(theme: context.theme())
    if !builder.leftOut.isEmpty {
      context.output.error(
        "warning: hidden files of the theme are not published: \(shortened(builder.leftOut.joined(separator: ", "), to: 1_000))\n"
      )
    }
    let found = try await SiteRecordings(of: context.course, runsNothing: noRun, isTrusted: context.isTrusted()).find(
      runner: context.recordReader
    ) {
      context.write([Line("Running \($0)", .faint)])
    }
    try tell(found.leftOut, context)
    let folder = URL(filePath: output, directoryHint: .isDirectory)
    let pages = try builder.build(context.course, recordings: found.recordings, to: folder)
    let index = folder.appending(path: "index.html").standardizedFileURL.path
    context.write([Line("\(pages) pages written. Open \(index) in a browser.")])
  }

  /// Tells which cells of a course that is not trusted are shown without what they do.
  private func tell(_ leftOut: [CellReference], _ context: Context) throws {
    guard !leftOut.isEmpty else { return }
    let failure = context.untrusted(hasChanged: try context.trust() == .changed)
    let names = leftOut.map { "\($0.lesson)/\($0.run.cell)" }.joined(separator: ", ")
    context.output.error("warning: \(failure.message)\n")
    context.output.error("These cells have no record and are shown as code alone: \(names)\n")
    context.output.error("help: \(failure.help ?? "")\n")
  }
}
