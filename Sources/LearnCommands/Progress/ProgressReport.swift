import Course
import Foundation
import Practice
import Progress

/// The report of `learn progress`, as data.
struct ProgressReport: Encodable {
  struct Lesson: Encodable {
    var number: Int
    var id: String
    var title: String
    var mastery: Mastery
    var outcomes: [Outcome]
  }

  struct Outcome: Encodable {
    var text: String
    var mastery: Mastery
  }

  /// Reviews with about the same predicted recall.
  struct Recall: Encodable {
    var reviews: Int
    var predicted: Double
    var measured: Double
  }

  var lessons: [Lesson]
  /// Cards that come up on each of the next 30 days, today first.
  var due: [Int]
  /// The recall, empty where there were no reviews.
  var recall: [Recall]
  var answers: Int
  var seconds: Double
  var secondsInThirtyDays: Double
  /// Days of practice in a row.
  var streak: Int
  /// Cards that are set aside because they were forgotten too often.
  var leeches: Int

  init(_ context: Context, _ store: ProgressStore) throws {
    let (course, time, items) = (context.course, context.now, context.items)
    let exercises = course.lessons.flatMap(\.exercises)
    let states = try store.states(of: exercises.map(\.id))
    let share = { (lesson: Int, exercises: [Exercise]) in
      Mastery(of: exercises.map { $0.practised(in: lesson) }, states, scheduler: store.scheduler, at: time)
    }
    lessons = course.lessons.map { lesson in
      Lesson(
        number: lesson.number, id: lesson.id, title: lesson.title, mastery: share(lesson.number, lesson.exercises),
        outcomes: lesson.outcomes.enumerated().map { index, text in
          Outcome(text: text, mastery: share(lesson.number, lesson.exercises.filter { $0.outcomes.contains(index) }))
        })
    }
    let day = try store.studyDay
    due = try store.forecast(of: items, days: 30, at: time, in: day)
    recall = try store.recallCurve().filter { $0.reviews > 0 }.map {
      Recall(reviews: $0.reviews, predicted: $0.predicted, measured: $0.measured)
    }
    // The mark of a whole sums up answers that are counted.
    let sums = Set(exercises.filter(\.isMarkedByItem).map(\.whole))
    // In the order of their names: the sum of the same numbers is the same on every device.
    let given = states.filter { !sums.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
    answers = given.reduce(0) { $0 + $1.answers }
    seconds = given.reduce(0) { $0 + $1.secondsTotal }
    secondsInThirtyDays = try store.activity(days: 30, at: time, in: day).reduce(0) { $0 + $1.seconds }
    streak = try store.streak(at: time, in: day)
    leeches = try store.leeches().count { items.contains($0) }
  }
}

extension Mastery: Encodable {
  private enum Key: CodingKey { case items, answered, share }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(items, forKey: .items)
    try values.encode(answered, forKey: .answered)
    try values.encode(share, forKey: .share)
  }
}
