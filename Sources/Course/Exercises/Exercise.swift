import Markup

/// An exercise of a lesson, with its answers.
package struct Exercise: Sendable {
  /// Stable: it stands in the heading, and the learner's history is kept under it.
  package var id: String
  package var title: [Inline]
  /// The blocks between the heading and the first answer, apart from hints.
  package var prompt: [Block]
  /// The hints in the order in which they are given.
  package var hints: [[Block]]
  /// The lesson's outcomes that the exercise is about, counted from 0.
  package var outcomes: [Int] = []
  /// Cells that stand in the exercise itself, numbered behind those of the lesson.
  package var cells: [Cell] = []
  package var content: Content
  package var file: String
  package var line: Int

  package enum Content: Sendable {
    case sort([Bucket])
    /// The items in the right order.
    case order([Item])
    case choose([Option])
    case number(Quantity)
    case cloze(Cloze)
    case predict(Prediction)
    case parsons(Listing)
    case diagnose(Diagnosis)
    case cards([Card])
  }

  package struct Bucket: Sendable {
    package var name: [Inline]
    package var items: [Item]
  }

  package struct Item: Sendable {
    /// The exercise's id and a hash of the text: an edit elsewhere keeps this item's history.
    package var id: String
    package var text: [Inline]
    /// The reason why it belongs where it belongs.
    package var feedback: [Block]
  }

  package struct Option: Sendable {
    package var item: Item
    package var isRight: Bool
  }

  package struct Quantity: Sendable {
    package var value: Double
    /// The distance by which an answer may be off and still be right.
    package var tolerance: Double
    package var unit: String
    package var feedback: [Block]

    package init(value: Double, tolerance: Double, unit: String, feedback: [Block]) {
      self.value = value
      self.tolerance = tolerance
      self.unit = unit
      self.feedback = feedback
    }
  }

  package struct Card: Sendable {
    package var id: String
    package var front: [Inline]
    package var back: [Block]
  }
}
