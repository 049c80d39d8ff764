import CellRunner
import Course
import DataLibrary
import Exchange
import Foundation
import Markup
import Practice
import Progress
import SiteBuilder
import Terminal

/// All that the commands say about errors of the libraries below is said here.
extension Failure {
  /// `nil` for an error that is not one of ours.
  init?(known error: any Error, in course: URL? = nil) {
    switch error {
    case let failure as Failure: self = failure
    case let error as UnknownName: self.init(error)
    case let error as CellError: self.init(cell: error, in: course)
    case let error as WebAssemblyError: self.init(webAssembly: error, in: course)
    case let error as ProgressError: self.init(progress: error)
    case let error as SiteError: self.init(site: error)
    case let error as DataStoreError: self.init(data: error)
    case let error as FitError: self.init(fit: error)
    case let error as ExchangeError: self.init(exchange: error)
    case let error as FetchError: self.init(fetch: error)
    case is CancellationError: self.init("interrupted", status: .interrupted)
    default: return nil
    }
  }

  init(_ error: any Error, in course: URL? = nil) {
    self = Failure(known: error, in: course) ?? Failure(error.localizedDescription, status: .software)
  }

  init(site error: SiteError) {
    let status: Status =
      switch error {
      case .notOurs, .notAFolder, .cannotWrite: .cannotCreate
      case .cannotRead: .inputOutput
      case .noTemplate, .faultyTemplate: .data
      case .interrupted: .interrupted
      }
    self.init(error.message, help: error.help, status: status)
  }

  init(_ error: UnknownName) {
    let known = error.known.isEmpty ? "there is none" : "there is: " + error.known.joined(separator: ", ")
    self.init(
      "no \(error.kind.rawValue) is called \(error.name)",
      help: error.suggestion.map { "did you mean \($0)?" } ?? known, status: .noInput)
  }

  /// The problems of a course's files, each with its line and a mark under the place.
  init(_ problems: [Problem], in course: URL) {
    let lines = problems.map { problem -> String in
      var text = problem.file
      if let position = problem.position { text += ":\(position.line):\(position.column)" }
      text += ": error: \(problem.kind.message)\n"
      if let position = problem.position {
        // A learner's own version of a cell lies elsewhere.
        let file = problem.file.hasPrefix("/") ? URL(filePath: problem.file) : course.appending(path: problem.file)
        text += Excerpt.text(file: file, position.line, position.column)
      }
      return text + "help: \(problem.kind.help)\n"
    }
    self.init("", status: .data)
    wholeText = lines.joined(separator: "\n")
  }
}

/// A line of a file with a mark under one of its columns.
enum Excerpt {
  /// Where a cell's file is: in the course, or among the learner's own versions. A cell can name any other (by
  /// `#sourceLocation`): what stands there is not its business.
  static func place(of file: String, in course: URL) -> URL? {
    let place = file.hasPrefix("/") ? URL(filePath: file) : course.appending(path: file)
    let real = place.resolvingSymlinksInPath().path
    return [course, Places().home].contains { real.hasPrefix($0.resolvingSymlinksInPath().path + "/") } ? place : nil
  }

  /// - Parameter column: counted from 1, in bytes.
  static func text(file: URL?, _ line: Int, _ column: Int) -> String {
    guard let shown = content(file, line) else { return "" }
    let before = String(decoding: shown.utf8.prefix(max(0, column - 1)), as: UTF8.self)
    return "  \(shown)\n  " + String(repeating: " ", count: before.columns) + "^\n"
  }

  /// The line alone.
  static func text(file: URL?, _ line: Int) -> String {
    content(file, line).map { "  \($0)\n" } ?? ""
  }

  /// The name that stands there by itself; `nil` where it is a part of something longer, or no name.
  static func name(file: URL?, _ line: Int, _ column: Int) -> String? {
    guard let shown = content(file, line), (1...shown.utf8.count + 1).contains(column) else { return nil }
    let before = String(decoding: shown.utf8.prefix(column - 1), as: UTF8.self)
    let rest = String(decoding: shown.utf8.dropFirst(column - 1), as: UTF8.self)
    func isOfName(_ character: Character) -> Bool { character.isLetter || character.isNumber || character == "_" }
    let name = rest.prefix(while: isOfName)
    guard let first = name.first, !first.isNumber, before.last.map({ !isOfName($0) && $0 != "." }) ?? true,
      !rest.dropFirst(name.count).drop(while: \.isWhitespace).starts(with: /[.(\[{!?]/)
    else { return nil }
    return String(name)
  }

  /// The line as the file has it now; `nil` where there is none: an excerpt is a help, not a condition.
  static func content(_ file: URL?, _ line: Int) -> String? {
    guard let file, let data = FileManager.default.contents(atPath: file.path) else { return nil }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.contains(line - 1) ? String(lines[line - 1]).replacing("\t", with: " ") : nil
  }
}
