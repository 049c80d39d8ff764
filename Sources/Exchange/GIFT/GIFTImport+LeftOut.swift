import Course
import Messages

extension [GIFTImport.LeftOut] {
  /// A line for each, of which no more are told than somebody will read.
  package func told(in file: String) -> [String] {
    let lines = prefix(Problem.mostTold).map { "\(file):\($0.line): left out: \($0.reason.words)" }
    return lines + (count > lines.count ? ["and \(count - lines.count) more of them"] : [])
  }
}

extension GIFTImport.LeftOut.Reason {
  var words: String {
    switch self {
    case .essay: "a course has no essays"
    case .description: "it asks nothing"
    case .onePlace: "all belongs to one place, so there is nothing to sort"
    case .partOfMark: "an answer has a part of the mark, and in a choice here each is right or wrong"
    case .faulty(let problem): shortened(problem.message)
    }
  }
}
