import Foundation
import Practice
import Progress
import SpacedRepetition

// Answers one card after another and says so, until it is killed or done: what the tests of lost answers run.
//
//     ProgressWriter FOLDER SESSION COUNT
//
// Each line of its output is the id of an answer that is confirmed to be on disk.

let arguments = CommandLine.arguments
guard arguments.count == 4, let count = Int(arguments[3]) else {
  print("usage: ProgressWriter FOLDER SESSION COUNT")
  exit(64)
}

let store = try ProgressStore(folder: URL(filePath: arguments[1]))
let now = Int64(Date().timeIntervalSince1970)
for index in 0..<count {
  let answer = Answer(
    item: ItemID(exercise: "words", item: "card \(index % 7)"), kind: .cards, given: "\(index)", mark: 1, rating: .good
  )
  let id = try store.record(answer, at: now + Int64(index), session: arguments[2]).id
  // Past every buffer of ours: a line that the test reads was confirmed.
  try FileHandle.standardOutput.write(contentsOf: Data("\(id.device) \(id.counter)\n".utf8))
}
