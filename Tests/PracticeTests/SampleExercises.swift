import Practice

/// An exercise of each kind. The test that compares a page with the terminal compiles this file, too.
enum SampleExercises {
  /// 1 January 2026, 00:00 UTC.
  static var now: Int64 { 1_767_225_600 }

  static var all: [PracticeExercise] {
    [
      PracticeExercise(
        id: "sort", lesson: 1, kind: .sort, parts: ["a", "b", "c", "d"],
        key: .sorting(buckets: ["Judge", "Maker"], key: [0, 0, 1, 1]), hints: 2),
      PracticeExercise(id: "order", lesson: 1, kind: .order, key: .ordering(4), hints: 1),
      PracticeExercise(
        id: "choose", lesson: 1, kind: .choose, key: .choice(options: ["x", "y", "z"], key: [true, true, false]),
        hints: 1
      ),
      PracticeExercise(
        id: "number", lesson: 1, kind: .number, key: .quantity(Quantity(value: 0.5, tolerance: 0.01, unit: "nats")),
        hints: 1),
      PracticeExercise(
        id: "cloze", lesson: 1, kind: .cloze, parts: ["p", "q"], key: .gaps([["label", "class"], ["Modell"]]), hints: 1),
      PracticeExercise(
        id: "parsons", lesson: 1, kind: .parsons, key: .listing(lines: ["if a {", "}", "b"], distractors: 1)),
      PracticeExercise(id: "predict", lesson: 1, kind: .predict, key: .run),
      PracticeExercise(
        id: "diagnose", lesson: 1, kind: .diagnose, key: .choice(options: ["m", "n"], key: [false, true])),
      PracticeExercise(id: "cards", lesson: 1, kind: .cards, parts: ["one", "two"], key: .cards),
    ]
  }
}
