import Course
import Foundation

/// What Swift's own backtracer tells of a crashed cell (`SWIFT_BACKTRACE=format=json`, on standard error).
struct CrashReport {
  /// The lesson's line on which the cell was when it crashed.
  let line: Int?

  private struct Report: Decodable {
    struct Thread: Decodable {
      struct Frame: Decodable {
        struct Location: Decodable {
          var file: String
          var line: Int
        }
        var sourceLocation: Location?
      }
      var crashed: Bool?
      var frames: [Frame]?
    }
    var kind: String
    var threads: [Thread]?
  }

  /// - Parameters:
  ///   - errorOutput: what the process wrote to standard error.
  ///   - cell: the cell that ran. In its functions a frame has the lesson's file, as `#sourceLocation` named it; at its
  ///     top level it has the lesson's line, but the generated file's name.
  init?(errorOutput: String, cell: Cell) {
    guard let start = errorOutput.range(of: #"{ "timestamp""#) else { return nil }
    let json = errorOutput[start.lowerBound...].prefix { $0 != "\n" }
    // A report in a form that this version does not know costs the line number, nothing else.
    guard let report = try? JSONDecoder().decode(Report.self, from: Data(json.utf8)) else { return nil }
    let thread = report.threads?.first { $0.crashed == true }
    let lines = cell.firstLine...cell.firstLine + cell.code.count { $0 == "\n" }
    line =
      thread?.frames?.lazy.compactMap(\.sourceLocation).first { place in
        lines.contains(place.line) && (place.file == cell.file || place.file.hasSuffix("/main.swift"))
      }?.line
  }

  /// The sentence of Swift's `Fatal error: …` line, where there is one.
  static func fatalMessage(in errorOutput: String) -> String? {
    for line in errorOutput.split(separator: "\n") {
      if let range = line.range(of: "Fatal error: ") { return visible(String(line[range.upperBound...])) }
    }
    return nil
  }
}
