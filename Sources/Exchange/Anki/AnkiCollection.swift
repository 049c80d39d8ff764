import Course
import Foundation
import GRDB
import Practice
import Progress
import SpacedRepetition

/// The tables of an Anki collection, which it fills.
struct AnkiCollection {
  let package: AnkiPackage
  let db: Database
  /// The day from which Anki counts the days of reviews: its first second.
  private let created: Int64
  private let day: StudyDay

  init(package: AnkiPackage, _ db: Database) {
    self.package = package
    self.db = db
    day = package.progress?.day ?? StudyDay()
    let first = package.progress?.reviews.values.compactMap { $0.first?.at }.min()
    created = day.start(of: min(first ?? package.now, package.now))
  }

  func write(_ notes: [AnkiNote]) throws {
    try writeCollection(notes)
    var taken: Set<Int64> = []
    var takenReviews: Set<Int64> = []
    for (place, note) in notes.enumerated() {
      let id = Self.unused(startingAt: note.id, &taken)
      try db.execute(
        sql: "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')",
        arguments: [
          id, note.guid, AnkiModel().id, package.now, " " + note.tags.joined(separator: " ") + " ",
          note.fields.joined(separator: "\u{1F}"), note.fields[0], note.checksum,
        ])
      try writeCard(of: note, id: id, place: place)
      try writeReviews(of: note, id: id, &takenReviews)
    }
  }

  private func deckID(_ lesson: Lesson) -> Int64 {
    StableID.milliseconds(StableID.hash("deck \(lesson.id) \(package.deckName(lesson))"))
  }

  private func writeCollection(_ notes: [AnkiNote]) throws {
    let scheduler = package.progress?.scheduler ?? .standard
    let optionsID = StableID.milliseconds(StableID.hash("options \(package.course.title)"))
    let options = [
      AnkiDeckOptions(id: 1, name: "Default", scheduler, mod: 0),
      AnkiDeckOptions(id: optionsID, name: package.course.title, scheduler, mod: package.now),
    ]
    var decks = [AnkiDeck(id: 1, name: "Default", mod: 0, conf: 1)]
    for lesson in package.lessons where notes.contains(where: { $0.lesson.id == lesson.id }) {
      decks.append(
        AnkiDeck(id: deckID(lesson), name: package.deckName(lesson), mod: package.now, conf: optionsID))
    }
    let model = AnkiModel()
    let configuration = AnkiConfiguration(
      creationOffset: day.minutesWest(at: created), localOffset: day.minutesWest(at: package.now),
      rollover: day.rolloverHour, nextPos: notes.count + 1)
    try db.execute(
      sql: "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')",
      arguments: [
        created, package.now * 1_000, package.now * 1_000, JSONText.text(configuration),
        JSONText.text(["\(model.id)": model]),
        JSONText.text(Dictionary(uniqueKeysWithValues: decks.map { ("\($0.id)", $0) })),
        JSONText.text(Dictionary(uniqueKeysWithValues: options.map { ("\($0.id)", $0) })),
      ])
  }

  private func writeCard(of note: AnkiNote, id: Int64, place: Int) throws {
    let state = package.progress?.states[note.item]?.card ?? .new
    let hidden = package.progress?.hidden[note.item]
    var row = AnkiCardRow(state, place: place, dayIndex: dayIndex, scheduler: package.progress?.scheduler ?? .standard)
    if let hidden { row.queue = hidden == LogEvent.forGood ? -1 : -2 }
    try db.execute(
      sql: "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?)",
      arguments: [
        id, id, deckID(note.lesson), package.now, row.type, row.queue, row.due, row.interval, row.factor,
        state.reviews, state.lapses, row.stepsLeft, row.data.map { try JSONText.text($0) } ?? "{}",
      ])
  }

  /// The log of answers, as Anki has it: from it Anki computes memories again, and its statistics.
  private func writeReviews(of note: AnkiNote, id: Int64, _ taken: inout Set<Int64>) throws {
    guard let progress = package.progress, let reviews = progress.reviews[note.item] else { return }
    var state = CardState.new
    var lastInterval: Int64 = 0
    for review in reviews {
      let type =
        switch state.phase {
        case .new, .learning: 0
        case .review: 1
        case .relearning: 2
        }
      state = progress.scheduler.step(state, review.rating, at: review.at, card: note.item.fingerprint).after
      let wait = (state.due ?? review.at) - review.at
      let interval = wait >= Scheduler.secondsPerDay ? wait / Scheduler.secondsPerDay : -wait
      let time = Self.unused(startingAt: review.at * 1_000 + Int64(note.item.fingerprint % 1_000), &taken)
      try db.execute(
        sql: "INSERT INTO revlog VALUES (?, ?, -1, ?, ?, ?, ?, ?, ?)",
        arguments: [
          time, id, review.rating.rawValue, interval, lastInterval, AnkiCardRow.factor(state.memory),
          Int64(min(review.seconds, 3_600) * 1_000), type,
        ])
      lastInterval = interval
    }
  }

  /// Days of practice since the collection's first.
  private func dayIndex(_ time: Int64) -> Int64 {
    Int64((Double(day.start(of: time) - created) / Double(Scheduler.secondsPerDay)).rounded())
  }

  /// The id, or the next one that is not taken.
  private static func unused(startingAt preferred: Int64, _ taken: inout Set<Int64>) -> Int64 {
    var id = preferred
    while !taken.insert(id).inserted { id += 1 }
    return id
  }
}

/// The columns of a card that say where it stands.
struct AnkiCardRow {
  var type: Int
  var queue: Int
  var due: Int64
  var interval: Int64 = 0
  var factor: Int
  var stepsLeft = 0
  var data: AnkiCardData?

  init(_ state: CardState, place: Int, dayIndex: (Int64) -> Int64, scheduler: Scheduler) {
    factor = Self.factor(state.memory)
    guard let memory = state.memory, let last = state.lastReview, let time = state.due else {
      (type, queue, due) = (0, 0, Int64(place + 1))
      return
    }
    data = AnkiCardData(
      s: memory.stability, d: memory.difficulty, dr: scheduler.desiredRetention, decay: scheduler.parameters[20],
      lrt: last)
    let isLong = time - last >= Scheduler.secondsPerDay
    due = isLong ? dayIndex(time) : time
    switch state.phase {
    case .learning(let step):
      (type, queue) = (1, isLong ? 3 : 1)
      stepsLeft = max(1, scheduler.learningSteps.count - step)
    case .relearning(let step):
      (type, queue) = (3, isLong ? 3 : 1)
      interval = max(1, Int64(memory.stability.rounded()))
      stepsLeft = max(1, scheduler.relearningSteps.count - step)
    case .new, .review:
      (type, queue) = (2, 2)
      interval = max(1, (time - last) / Scheduler.secondsPerDay)
      due = dayIndex(time)
    }
  }

  /// Anki keeps difficulty 1 to 10 as 100 to 1,100.
  static func factor(_ memory: Memory?) -> Int {
    memory.map { Int((100 + ($0.difficulty - 1) / 9 * 1_000).rounded()) } ?? 0
  }
}

extension AnkiDeckOptions {
  init(id: Int64, name: String, _ scheduler: Scheduler, mod: Int64) {
    func minutes(_ steps: [Int64]) -> [Double] { steps.map { Double($0) / 60 } }
    self.init(
      id: id, name: name, mod: mod, new: New(delays: minutes(scheduler.learningSteps)),
      rev: Review(maxIvl: scheduler.maximumInterval), lapse: Lapse(delays: minutes(scheduler.relearningSteps)),
      fsrsParams6: scheduler.parameters.values, desiredRetention: scheduler.desiredRetention)
  }
}
