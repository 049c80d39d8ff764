import ArgumentParser
import Foundation
import Progress
import Terminal

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
      if case .backup? = ProgressFileKind(of: file) { throw ProgressFileKind.backup.failure(file) }
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
