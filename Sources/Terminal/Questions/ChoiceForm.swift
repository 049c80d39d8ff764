import Course
import Events
import Figures
import Markup
import Practice

/// Options of which one or several are chosen: on a board, or by their numbers.
struct ChoiceForm: AnswerForm {
  /// In the order in which they are shown.
  private let options: [Exercise.Item]
  /// Whether each of them is right.
  private let key: [Bool]
  private let hintKey: String
  /// Whether the options that a verdict is about are told once more: a board is taken away.
  private let repeatsOptions: Bool
  /// The figure that was to be predicted, and why it is what it is.
  private let figure: Metric?
  private let feedback: [Block]
  private var chosen: [Int] = []

  init(
    _ options: [Exercise.Item], _ key: [Bool], _ shown: [Int], _ hintKey: String, repeatsOptions: Bool,
    figure: Metric? = nil, feedback: [Block] = []
  ) {
    self.options = shown.map { options[$0] }
    self.key = shown.map { key[$0] }
    self.hintKey = hintKey
    self.repeatsOptions = repeatsOptions
    self.figure = figure
    self.feedback = feedback
  }

  mutating func ask(on console: Console, hint: Console.Hint) throws(Console.ExitReason) -> AnswerReply {
    let isSingle = key.count { $0 } == 1
    if console.usesKeys {
      var board = ChoiceBoard(texts: options.map(\.text.plainText), isSingle: isSingle)
      let said = try console.play(&board, hint: hint)
      chosen = board.chosen.sorted()
      return .answer(.places(chosen), try console.confidence(said: said))
    }
    console.show(console.text.lines(numbered: options.map(\.text)))
    let asked = isSingle ? "A number" : "The numbers of all that are right"
    console.say("\(asked) · Enter: leave it out\(hintKey)")
    chosen = try console.numbers(upTo: options.count, all: false, hint: hint).sorted()
    while isSingle, chosen.count > 1 {
      console.say("One of them is right: give one number.")
      chosen = try console.numbers(upTo: options.count, all: false, hint: hint).sorted()
    }
    return .answer(.places(chosen), try console.confidence())
  }

  func verdict(_ grade: GradeText) -> [Line] {
    let text = grade.text
    var lines = figure.map { [Line("\($0.name): \($0.valueText)", .bold)] } ?? []
    for (index, option) in options.enumerated() where chosen.contains(index) || key[index] {
      if repeatsOptions { lines += text.lines(marked: "\(index + 1)  ", option.text) }
      let isChosen = chosen.contains(index)
      let words = key[index] ? (isChosen ? "is right." : "would have been right.") : "is wrong."
      lines.append(GradeText.line(key[index] && isChosen, "\(index + 1) \(words)"))
      lines += text.lines(option.feedback, indent: "  ")
    }
    return lines + text.lines(feedback, indent: "  ") + [grade.scoreLine] + grade.comesBack
  }
}
