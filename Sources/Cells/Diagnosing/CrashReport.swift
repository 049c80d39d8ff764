import Course
import Foundation
import Messages

/// The report of Swift's own backtracer on a crashed cell (`SWIFT_BACKTRACE=format=json`, on standard error).
struct CrashReport {
  /// The lesson's line on which the cell was when it crashed.
  let line: Int?
  /// The trap that stopped the cell, where the innermost frames tell.
  let trap: Trap?
  /// The function of which the stack was full, where it was full of one.
  let endlessCalls: Trap?

  /// The number of frames that are read, more than Swift is asked for: what a cell forges there may have a million.
  private static let mostFrames = 256

  private struct Report: Decodable {
    struct Thread: Decodable {
      struct Frame: Decodable {
        struct Location: Decodable {
          var file: String
          var line: Int
        }
        var sourceLocation: Location?
        var symbol: String?
        var description: String?
      }
      var crashed: Bool?
      var frames: [Frame] = []

      private enum CodingKeys: CodingKey { case crashed, frames }

      init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        crashed = try fields.decodeIfPresent(Bool.self, forKey: .crashed)
        guard fields.contains(.frames) else { return }
        var list = try fields.nestedUnkeyedContainer(forKey: .frames)
        while !list.isAtEnd, frames.count < CrashReport.mostFrames { frames.append(try list.decode(Frame.self)) }
      }
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
    let frames = thread?.frames ?? []
    let line = frames.lazy.compactMap(\.sourceLocation).first { place in
      lines.contains(place.line) && (place.file == cell.file || place.file.hasSuffix("/main.swift"))
    }?.line
    self.line = line
    trap = Self.trap(frames, code: line.map { cell.line($0) } ?? "")
    endlessCalls = Self.endlessCalls(frames)
  }

  /// An optimized program carries the reason as the name of a frame, or is in a function of Swift's own library.
  private static func trap(_ frames: [Report.Thread.Frame], code: String) -> Trap? {
    let isWritten = { (frame: Report.Thread.Frame) in (frame.sourceLocation?.line ?? 0) > 0 }
    let innermost = frames.prefix((frames.firstIndex(where: isWritten) ?? frames.count - 1) + 1)
    let words = "Swift runtime failure: "
    if let frame = innermost.first(where: { $0.symbol?.hasPrefix(words) == true }), let symbol = frame.symbol {
      return Trap(words: String(symbol.dropFirst(words.count)))
    }
    return innermost.lazy.filter { $0.sourceLocation?.file.hasSuffix("<compiler-generated>") ?? true }
      .compactMap { $0.description.flatMap { Trap(function: $0, code: code) } }.first
  }

  /// The number of calls of one function among the innermost 64 of which more are no accident.
  private static let manyCalls = 15

  private static func endlessCalls(_ frames: [Report.Thread.Frame]) -> Trap? {
    let bySymbol = Dictionary(grouping: frames.filter { $0.symbol != nil }, by: { $0.symbol })
    // Of two that call one another, the innermost.
    guard let often = frames.first(where: { bySymbol[$0.symbol, default: []].count > manyCalls }) else { return nil }
    let described = (often.description ?? "").replacing("specialized ", with: "")
    let name = String(described.prefix { $0 != "(" && $0 != " " })
      .replacing(/\.(get|getter|modify|setter|set|read)$/, with: "")
    return .endlessCalls(of: name.wholeMatch(of: /[\w.]+/) == nil || name == "closure" ? nil : visible(name))
  }

  /// The sentence of Swift's `Fatal error: …` line, where there is one.
  static func fatalMessage(in errorOutput: String) -> String? {
    guard let range = errorOutput.range(of: "Fatal error: ") else { return nil }
    return visible(String(errorOutput[range.upperBound...].prefix { $0 != "\n" }))
  }
}
