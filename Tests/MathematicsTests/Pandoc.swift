import Foundation

/// The pandoc that is installed, which reads TeX and writes MathML: a second opinion.
enum Pandoc {
  static let path = ["/usr/bin/pandoc", "/usr/local/bin/pandoc", "/opt/homebrew/bin/pandoc"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// What pandoc makes of each formula, in their order.
  static func mathML(_ formulas: [String], display: Bool) throws -> [String] {
    let input = FileManager.default.temporaryDirectory.appending(path: "formulas-\(UUID().uuidString).md")
    defer { try? FileManager.default.removeItem(at: input) }
    let marks = display ? "$$" : "$"
    let paragraphs = formulas.map { "\(marks)\($0.replacing("\n", with: " "))\(marks)" }
    try paragraphs.joined(separator: "\n\n").write(to: input, atomically: true, encoding: .utf8)

    let process = Process()
    process.executableURL = URL(filePath: path ?? "")
    process.arguments = ["-f", "markdown", "-t", "html", "--mathml", input.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let html = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return html.components(separatedBy: "</p>").dropLast().map { $0.components(separatedBy: "<p>").last ?? "" }
  }
}
