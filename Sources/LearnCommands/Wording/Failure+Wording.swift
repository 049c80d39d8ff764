import Cells
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
      case .noTemplate, .faultyTemplate, .refused: .data
      case .interrupted: .interrupted
      }
    self.init(error.message, help: error.help, status: status)
    switch error {
    case .refused(let problem): self.init([problem], in: nil)
    case .faultyTemplate(let fault):
      let place = fault.place
      wholeText =
        "\(place.file):\(place.line):\(place.column): error: \(error.message.shortened())\nhelp: \(error.help.shortened())\n"
    default: break
    }
  }

  init(_ error: UnknownName) {
    let names = error.known.prefix(Problem.mostTold).joined(separator: ", ")
    let known =
      error.known.isEmpty ? "there is none" : "there is: \(names)" + (error.known.count > Problem.mostTold ? ", …" : "")
    self.init(
      "no \(error.kind.rawValue) is called \(error.name)",
      help: error.suggestion.map { "did you mean \($0)?" } ?? known, status: .noInput)
  }

  /// The problems of a course's files, each with its line and a mark under the place.
  ///
  /// - Parameter course: its folder; without it, the lines are not shown.
  init(_ problems: [Problem], in course: URL?) {
    let excerpts = Excerpts(of: course)
    let texts = problems.prefix(Problem.mostTold).map { problem -> String in
      var text = problem.file.shortened()
      if let position = problem.position { text += ":\(position.line):\(position.column)" }
      text += ": error: \(problem.kind.message.shortened())\n"
      if let position = problem.position { text += excerpts.text(problem.file, position.line, position.column) }
      return text + "help: \(problem.kind.help.shortened())\n"
    }
    self.init(told: texts, of: problems.count)
  }

  /// Several faults, a text each, of which no more are told than somebody will read.
  init(told texts: [String], of count: Int) {
    self.init("", status: .data)
    let rest = count - min(count, Problem.mostTold)
    wholeText =
      texts.prefix(Problem.mostTold).joined(separator: "\n")
      + (rest == 0 ? "" : "\nand \(rest) more of them\n")
  }
}
