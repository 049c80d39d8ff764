import ArgumentParser
import Course
import Foundation
import SiteBuilder
import Terminal

struct BuildSite: AsyncParsableCommand {
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

  func run() async throws {
    let context = try Context(options)
    guard context.course.problems.isEmpty else { throw Failure(context.course.problems, in: context.course.folder) }
    let watched = Interruption.watch()
    defer { watched.forEach { $0.cancel() } }
    let builder = try SiteBuilder(theme: context.theme())
    if !builder.leftOut.isEmpty {
      Output.error(
        "warning: hidden files of the theme are not published: \(builder.leftOut.joined(separator: ", ").shortened(to: 1_000))\n"
      )
    }
    let recordings = try await SiteRecordings(context, runsNothing: noRun).all()
    let folder = URL(filePath: output, directoryHint: .isDirectory)
    let pages = try builder.build(context.course, recordings: recordings, to: folder)
    let index = folder.appending(path: "index.html").standardizedFileURL.path
    context.write([Line("\(pages) pages written. Open \(index) in a browser.")])
  }
}
