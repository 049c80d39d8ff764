import Foundation

extension EventLimit {
  /// The clause that says what the cell did.
  var sentence: String {
    switch self {
    case .line: "it wrote a line of more than \(bytes)"
    case .numbersOfEvent: "it showed more than \(count) numbers or words at once"
    case .labelsOfEvent: "it showed a table of more than \(count) cells, or so many bars"
    case .events: "it said more than \(count) things"
    case .lines: "it wrote more than \(count) lines"
    case .text: "it wrote a text of more than \(bytes)"
    case .texts: "it wrote more than \(bytes) of text"
    case .numbers: "it showed more than \(count) numbers"
    case .labels: "it showed tables and bars of more than \(count) cells and labels"
    case .pixels: "it showed pictures of more than \(bytes)"
    case .figures: "it showed more than \(count) figures"
    }
  }

  /// The advice that follows the sentence.
  var help: String {
    switch self {
    case .figures: "what is shown again under the same name, or caption, takes the place of what was there"
    case .numbersOfEvent, .labelsOfEvent, .numbers, .labels, .pixels: "show a part of it, or show it less often"
    case .line, .events, .lines, .text, .texts: "is there a loop that does not end, or a number that is far too large?"
    }
  }

  /// `500,000`
  private var count: String {
    let digits = String(maximum)
    return digits.indices.reduce("") { text, index in
      let left = digits.distance(from: index, to: digits.endIndex)
      return text + (left % 3 == 0 && !text.isEmpty ? "," : "") + String(digits[index])
    }
  }

  private var bytes: String { maximum < 1 << 20 ? "\(maximum >> 10) KiB" : "\(maximum >> 20) MiB" }
}

extension CellError.MisplacedEvent {
  /// The clause that says what the cell did.
  var sentence: String {
    switch self {
    case .exploreAgain: "it said for the second time what can be explored"
    case .exploredUnasked: "it said that it has shown a point that it was not asked for"
    case .explored(let numbers, let axes):
      "it said that it has shown a point of \(numbers == 1 ? "1 number" : "\(numbers) numbers"), "
        + "where there \(axes == 1 ? "is 1 axis" : "are \(axes) axes")"
    case .doneInPoint: "it said that it is done before it has shown the first point"
    case .doneAgain: "it said for the second time that it is done"
    case .stoppedUnasked: "it said that it has stopped, which it was not asked to do"
    }
  }
}
