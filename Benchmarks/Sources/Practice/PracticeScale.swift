import Course
import Foundation

/// A course with so many cards, a hundred to a deck and ten decks to a lesson, and a log of so many answers to them,
/// spread over the six years up to yesterday. A fixed recurrence stands for chance.
struct PracticeScale {
  let answers: Int
  let cards: Int

  func writeCourse(to folder: URL) throws {
    let lessons = (cards + 999) / 1_000
    let names = (1...lessons).map { "\($0 < 10 ? "0" : "")\($0)-lesson.md" }
    try write(
      "title: A large course\npromise: Much of it.\nlessons: [\(names.joined(separator: ", "))]\n",
      "Lessons/course.yml", in: folder)
    for (index, name) in names.enumerated() {
      try write(
        """
        ---
        id: lesson-\(index + 1)
        title: Lesson \(index + 1)
        summary: One of many.
        outcomes: [Know it]
        reading: 1
        practice: 1
        difficulty: intro
        ---

        # Lesson \(index + 1)

        A paragraph.

        """, "Lessons/\(name)", in: folder)
      let decks = index * 10..<min(index * 10 + 10, (cards + 99) / 100)
      let text = decks.map { deck -> String in
        let fronts = (deck * 100..<min(deck * 100 + 100, cards)).map {
          "### What is meant by the term number \($0)?\n\nIt is the thing that has the number \($0), in a sentence or two.\n\n"
        }
        return "## Cards: deck \(deck) {#deck-\(deck)}\n\n" + fronts.joined()
      }
      try write(text.joined(), "Exercises/\(name)", in: folder)
    }
  }

  /// Answers to the course's own cards, under the ids that it gives them.
  func writeLog(to file: URL, from folder: URL) throws {
    let items = CourseReader.read(folder).lessons.flatMap(\.exercises).flatMap { exercise -> [(String, String)] in
      guard case .cards(let cards) = exercise.content else { return [] }
      return cards.map { (exercise.id, $0.id) }
    }
    // Nothing was answered today: the day's limits leave something to ask.
    let end = Int64(Date().timeIntervalSince1970) - 86_400
    let start = end - 2_192 * 86_400
    var lines = ""
    var random: UInt64 = 1
    for index in 0..<answers {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let (exercise, item) = items[(index * 7_919 + Int(random >> 60)) % items.count]
      let rating = [3, 3, 3, 2, 4, 3, 1, 3][Int(random >> 40) & 7]
      let at = start + Int64(index) * (end - start) / Int64(answers)
      lines += #"{"at":\#(at),"counter":\#(index + 1),"device":"scale","event":"answer","exercise":"\#(exercise)","#
      lines += #""given":"","hints":0,"item":"\#(item)","kind":"cards","mark":\#(rating == 1 ? 0 : 1),"#
      lines += #""rating":\#(rating),"seconds":6,"session":"\#(index / 40)","v":1}"# + "\n"
    }
    try Data(lines.utf8).write(to: file)
  }

  private func write(_ text: String, _ path: String, in folder: URL) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
