import Foundation
import Progress
import SpacedRepetition

// A million answers to ten thousand cards: how long a learner of many years waits. Build for release.
//
//     ProgressScale FOLDER [ANSWERS [CARDS]]
//
// Fills FOLDER by an import, which is a measurement too, unless it holds a store already. Milliseconds, best of 20
// (of 1 for what takes seconds).

func measure(_ name: String, times: Int = 20, _ body: () throws -> Void) rethrows {
  var best = Double.infinity
  for _ in 0..<times {
    let start = ContinuousClock.now
    try body()
    best = min(best, (ContinuousClock.now - start) / .milliseconds(1))
  }
  print("\(name): \((best * 100).rounded() / 100) ms")
}

let arguments = CommandLine.arguments
guard arguments.count >= 2 else {
  print("usage: ProgressScale FOLDER [ANSWERS [CARDS]]")
  exit(64)
}
let folder = URL(filePath: arguments[1])
let answers = arguments.count > 2 ? Int(arguments[2]) ?? 1_000_000 : 1_000_000
let cards = arguments.count > 3 ? Int(arguments[3]) ?? 10_000 : 10_000
let start: Int64 = 1_577_836_800  // 1 January 2020
let end = start + 2_192 * 86_400

/// Cards in turn, with jumps, spread over six years; a fixed recurrence instead of chance.
func writeLog(to file: URL) throws {
  var lines = ""
  var random: UInt64 = 1
  for index in 0..<answers {
    random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let card = (index * 7_919 + Int(random >> 60)) % cards
    let rating = [3, 3, 3, 2, 4, 3, 1, 3][Int(random >> 40) & 7]
    let at = start + Int64(index) * (end - start) / Int64(answers)
    lines += #"{"at":\#(at),"counter":\#(index + 1),"device":"scale","event":"answer","#
    lines += #""exercise":"deck-\#(card / 100)","#
    lines += #""given":"","hints":0,"item":"card-\#(card)","kind":"cards","mark":\#(rating == 1 ? 0 : 1),"#
    lines += #""rating":\#(rating),"seconds":6,"session":"\#(index / 40)","v":1}"# + "\n"
  }
  try Data(lines.utf8).write(to: file)
}

if !FileManager.default.fileExists(atPath: folder.appending(path: ProgressStore.fileName).path()) {
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let file = folder.appending(path: "scale.jsonl")
  try writeLog(to: file)
  let store = try ProgressStore(folder: folder)
  try measure("import of \(answers) answers", times: 1) { _ = try store.import(from: file) }
  try measure("export", times: 1) { _ = try store.export(to: file) }
  try FileManager.default.removeItem(at: file)
}

let day = StudyDay(rolloverHour: 4, timeZone: .gmt)
try measure("open") { _ = try ProgressStore(folder: folder) }
let store = try ProgressStore(folder: folder)
try measure("next due card") { _ = try store.due(at: end, limit: 1) }
try measure("all due cards") { _ = try store.due(at: end) }
try measure("current lesson") { _ = try store.currentLesson() }
try measure("what is left of today's limits") {
  _ = try store.remaining(of: DailyLimits(newCards: 10, reviews: 100), at: end, in: day)
}
try measure("forecast of 30 days") { _ = try store.forecast(days: 30, at: end, in: day) }
try measure("mastery of 10 exercises") { _ = try store.mastery(of: (0..<10).map { "deck-\($0)" }, at: end) }
try measure("activity of 30 days") { _ = try store.activity(days: 30, at: end, in: day) }
let item = ItemID(exercise: "deck-0", item: "card-1")
let answer = Answer(item: item, kind: "cards", given: "", mark: 1, rating: .good)
var time = end
try measure("record") {
  time += 1
  try store.record(answer, at: time)
}
try measure("undo") { _ = try store.undo(at: time) }
try measure("recall curve") { _ = try store.recallCurve() }
try measure("all states computed again", times: 1) {
  _ = try ProgressStore(folder: folder, scheduler: Scheduler(desiredRetention: time % 2 == 0 ? 0.85 : 0.8))
}
try measure("integrity check", times: 1) { try store.checkIntegrity() }
// The states are the standard scheduler's again.
_ = try ProgressStore(folder: folder)
