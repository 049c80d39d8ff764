import Course
import Practice

/// An item that is put into a bucket: one that comes back by itself, or the next of a sorting exercise that is typed.
struct ItemForm: AnswerForm {
  let item: Exercise.Item
  let buckets: [String]
  /// Which of the exercise's items it is, as `2 of 5`; `nil` for one that is asked alone.
  let number: String?
  let hintKey: String

  func introduction(_ text: BlockText) -> [Line] {
    let keys = buckets.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: " · ")
    return (number == nil ? text.lines(marked: "", item.text) : [])
      + text.lines("\(keys) · Enter: leave it out · \(hintKey)q: leave", style: .faint)
  }

  func ask(on console: Console, hint: Console.Hint) throws(Console.ExitReason) -> AnswerReply {
    if let number { console.show([""] + console.text.lines(marked: "\(number)  ", item.text)) }
    let bucket = try console.pick(buckets, hint: hint)
    return .answer(.bucket(bucket), bucket == nil ? nil : try console.confidence())
  }

  func verdict(_ grade: GradeText) -> [Line] {
    guard case .item(let chosen, let right) = grade.graded.verdict else { return [] }
    return Self.verdict(item, chosen, right, buckets, grade)
      + grade.comesBack(grade.graded.recorded[0], isPart: number != nil)
  }

  /// The place of an item, and why it belongs there.
  static func verdict(
    _ item: Exercise.Item, _ chosen: Int?, _ right: Int, _ buckets: [String], _ grade: GradeText
  ) -> [Line] {
    let verdict =
      chosen == nil
      ? Line("· It is \(buckets[right]).", .bold)
      : GradeText.line(chosen == right, (chosen == right ? "" : "No: ") + buckets[right] + ".")
    return [verdict] + grade.text.lines(item.feedback, indent: "  ")
  }
}
