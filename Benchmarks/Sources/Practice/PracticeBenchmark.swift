import Course
import Foundation
import Practice
import Progress
import SpacedRepetition

/// A million answers to ten thousand cards: how long a learner of many years waits.
///
///     benchmarks practice [--answers N] [--cards N] [--json]
///
/// Milliseconds; the median and the best of 21 (what takes seconds is measured once). `learn` is the real command, from
/// its start to its end, if it was built beside this program.
struct PracticeBenchmark {
  let answers: Int
  let cards: Int
  let asJSON: Bool
  private let folder: URL
  private let scale: PracticeScale

  static func run(_ arguments: [String]) throws {
    func number(_ name: String, _ standard: Int) -> Int {
      guard let index = arguments.firstIndex(of: name), index + 1 < arguments.count else { return standard }
      return Int(arguments[index + 1]) ?? standard
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "learn-practice-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let benchmark = PracticeBenchmark(
      answers: number("--answers", 1_000_000), cards: number("--cards", 10_000),
      asJSON: arguments.contains("--json"), in: folder)
    let result = Result { try benchmark.measure() }
    try FileManager.default.removeItem(at: folder)
    try result.get()
  }

  private init(answers: Int, cards: Int, asJSON: Bool, in folder: URL) {
    self.answers = answers
    self.cards = cards
    self.asJSON = asJSON
    self.folder = folder
    scale = PracticeScale(answers: answers, cards: cards)
  }

  private func measure() throws {
    let home = folder.appending(path: "home")
    let course = folder.appending(path: "course")
    try scale.writeCourse(to: course)
    let file = folder.appending(path: "log.jsonl")
    try scale.writeLog(to: file, from: course)
    let now = Int64(Date().timeIntervalSince1970)
    do {
      let store = try ProgressStore(folder: home)
      try time("import", times: 1) { _ = try store.import(from: file) }
      try time("export", times: 1) { _ = try store.export(to: file) }
    }
    try measureStore(home, now)
    try measurePlan(course, home, now)
    try measureCommand(course, home)
  }

  private func measureStore(_ home: URL, _ now: Int64) throws {
    let day = StudyDay(rolloverHour: 4, timeZone: .gmt)
    try time("open") { _ = try ProgressStore(folder: home) }
    let store = try ProgressStore(folder: home)
    try time("next-due-card") { _ = try store.due(at: now, limit: 1) }
    try time("all-due-cards") { _ = try store.due(at: now) }
    try time("left-of-the-day") {
      _ = try store.remaining(of: DailyLimits(newCards: 10, reviews: 100), at: now, in: day)
    }
    let items = Set(try store.states(of: (0..<(cards + 99) / 100).map { "deck-\($0)" }).keys)
    try time("forecast-30-days") { _ = try store.forecast(of: items, days: 30, at: now, in: day) }
    try time("activity-30-days") { _ = try store.activity(days: 30, at: now, in: day) }
    let decks = (0..<10).map { deck in
      let names = items.filter { $0.exercise == "deck-\(deck)" }.map(\.item).sorted()
      return PracticeExercise(id: "deck-\(deck)", lesson: 1, kind: .cards, parts: names, key: .cards)
    }
    try time("mastery-of-10-decks") { _ = try store.mastery(of: decks, at: now) }
    try time("recall-curve") { _ = try store.recallCurve() }
    let answer = Answer(
      item: ItemID(exercise: "deck-0", item: "card-0"), kind: .cards, given: "", mark: 1, rating: .good)
    var at = now
    try time("record") {
      at += 1
      try store.record(answer, at: at)
    }
    try time("undo") { _ = try store.undo(at: at) }
    try time("integrity-check", times: 1) { try store.checkIntegrity() }
    try time("states-computed-again", times: 1) {
      _ = try ProgressStore(folder: home, scheduler: Scheduler(desiredRetention: 0.8))
    }
    _ = try ProgressStore(folder: home)
  }

  private func measurePlan(_ folder: URL, _ home: URL, _ now: Int64) throws {
    time("read-course") { _ = CourseReader.read(folder) }
    let course = CourseReader.read(folder)
    precondition(course.problems.isEmpty, "\(course.problems.prefix(3))")
    let store = try ProgressStore(folder: home)
    try time("plan-of-practice") { _ = try store.plan(course.lessons.flatMap(\.practice), now: now) }
    // Practice asks nothing of lessons that are still to be read: all are, so that every card is asked about.
    for lesson in course.lessons {
      try store.record(Position(lesson: lesson.id, section: lesson.sections.count), at: now)
    }
  }

  /// The real command in its own process.
  private func measureCommand(_ course: URL, _ home: URL) throws {
    let learn = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "learn")
    guard FileManager.default.isExecutableFile(atPath: learn.path) else {
      FileHandle.standardError.write(Data("there is no \(learn.path): the command is not measured\n".utf8))
      return
    }
    let ended = DispatchSemaphore(value: 0)
    func start(_ arguments: [String], in folder: URL, input: Any = FileHandle.nullDevice) throws -> Process {
      let process = Process()
      process.executableURL = learn
      process.arguments = arguments
      process.currentDirectoryURL = folder
      process.environment = ["HOME": self.folder.path, "LEARN_HOME": home.path, "PATH": "/usr/bin:/bin"]
      process.standardInput = input
      process.standardOutput = FileHandle.nullDevice
      // `waitUntilExit` looks every 50 ms, which is about as long as what is measured.
      process.terminationHandler = { _ in ended.signal() }
      try process.run()
      return process
    }
    func run(_ arguments: [String], in folder: URL) throws {
      let process = try start(arguments, in: folder)
      ended.wait()
      precondition(process.terminationStatus == 0, "learn ended with status \(process.terminationStatus)")
    }
    let other = folder.appending(path: "other")
    try PracticeScale(answers: 0, cards: 100).writeCourse(to: other)
    try time("learn") { try run([], in: course) }
    try time("learn-course-of-100") { try run([], in: other) }
    try time("learn-quiz-to-first-card") { try run(["quiz", "--kind", "cards"], in: course) }
    // While it waits for an answer, the system tells how much it has had.
    let quiz = try start(["quiz", "--kind", "cards"], in: course, input: Pipe())
    Thread.sleep(forTimeInterval: 3)
    if let peak = Memory.peak(of: quiz.processIdentifier) {
      say(Measurement(name: "memory-learn-quiz", median: peak, best: peak, unit: "MB"))
    }
    quiz.terminate()
    ended.wait()
  }

  private func time(_ name: String, times: Int = 21, _ body: () throws -> Void) rethrows {
    var timings: [Double] = []
    for _ in 0..<times {
      let start = ContinuousClock.now
      try body()
      timings.append((ContinuousClock.now - start) / .milliseconds(1))
    }
    timings.sort()
    say(Measurement(name: name, median: timings[times / 2], best: timings[0], unit: "ms"))
  }

  private func say(_ measurement: Measurement) { Benchmarks.say(measurement, asJSON) }
}

/// The most memory that a process has had at once, in megabytes; `nil` where the system has no /proc.
enum Memory {
  static func peak(of process: Int32) -> Double? {
    guard let status = FileManager.default.contents(atPath: "/proc/\(process)/status") else { return nil }
    let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Double($0.filter(\.isNumber)) }.map { $0 / 1_024 }
  }
}
