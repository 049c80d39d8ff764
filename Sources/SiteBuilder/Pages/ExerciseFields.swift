import Course
import Events
import Figures
import Markup
import Practice

/// An exercise as a self-check: what is asked, and behind each item its answer and the reason.
struct ExerciseFields {
  var fields: Fields
  /// Bytes of PNG files by their paths in the site.
  var pictures: [String: [UInt8]] = [:]
  let html: PageHTML

  /// - Parameter recordings: what the runs that the exercise is about have shown.
  init(_ exercise: Exercise, of lesson: Lesson, html: PageHTML, recordings: [CellRun: Recording] = [:]) {
    self.html = html
    fields = [
      "id": exercise.id,
      "kindName": exercise.kind.name,
      "titleHTML": html.html(exercise.title),
      "introHTML": html.html(exercise.prompt),
      "hints": exercise.hints.map { ["html": html.html($0)] },
    ]
    // The same page whenever it is built, in the order in which the terminal first asks.
    let seed = Shuffle.seed(of: exercise.id)
    switch exercise.content {
    case .sort(let buckets): addSort(buckets, seed)
    case .order(let items): addOrder(items, seed)
    case .choose(let options): addChoice(options, seed)
    case .number(let quantity): addAnswer(quantity.text(), because: quantity.feedback)
    case .cloze(let cloze): addCloze(cloze)
    case .parsons(let listing): add(listing, seed)
    case .predict(let prediction): add(prediction, recordings[prediction.run])
    case .diagnose(let diagnosis):
      addChoice(diagnosis.options, seed)
      add(diagnosis.shown, recordings, exercise, lesson)
    case .cards(let cards):
      fields["isCards"] = true
      fields["items"] = cards.map { ["frontHTML": html.html($0.front), "backHTML": html.html($0.back)] }
    }
  }

  /// The items of all buckets, mixed.
  private mutating func addSort(_ buckets: [Exercise.Bucket], _ seed: UInt64) {
    let items = buckets.flatMap { bucket in
      bucket.items.map { item in
        self.fields(item).merging(["answerHTML": html.html(bucket.name)]) { $1 }
      }
    }
    fields["isSort"] = true
    fields["items"] = Shuffle.any(items.count, seed: seed).map { items[$0] }
    fields["buckets"] = buckets.enumerated().map { index, bucket -> Fields in
      ["nameHTML": html.html(bucket.name), "first": index == 0]
    }
  }

  private mutating func addOrder(_ items: [Exercise.Item], _ seed: UInt64) {
    let items = items.map { self.fields($0) }
    fields["isOrder"] = true
    fields["items"] = items
    fields["shuffled"] = Shuffle.neverSolved(items.count, seed: seed).map { items[$0] }
  }

  private mutating func addChoice(_ options: [Exercise.Option], _ seed: UInt64) {
    let items = options.map { self.fields($0.item).merging(["right": $0.isRight]) { $1 } }
    fields["isChoose"] = true
    fields["several"] = options.filter(\.isRight).count > 1
    fields["items"] = Shuffle.any(items.count, seed: seed).map { items[$0] }
  }

  private func fields(_ item: Exercise.Item) -> Fields {
    ["textHTML": html.html(item.text), "whyHTML": html.html(item.feedback)]
  }

  mutating func addAnswer(_ answer: String, because feedback: [Block]) {
    fields["isAnswer"] = true
    fields["answer"] = answer
    fields["whyHTML"] = html.html(feedback)
  }
}
