import Files
import Foundation
import Practice

/// A record of what a store has given away and confirmed, in a file beside the database: it knows what the database may
/// have forgotten.
///
/// An older copy of the database, put in the place of the present one, knows less than this file: it goes on behind the
/// numbers that were given since, which may stand in exports and on other machines. A number is noted while the
/// database is locked, and before the event is written: it may be left out, and is never given twice. What is confirmed
/// is noted when it is on disk.
struct CounterFile: Sendable {
  struct Entry: Equatable {
    /// The last number that was given to an event.
    var given: EventID
    /// `nil` in a file of an earlier version.
    var confirmed: Confirmed?
    /// The events that were found to be missing, and not told yet.
    var lost: LostEvents?
  }

  /// The device's events that are known to have been on disk.
  struct Confirmed: Equatable {
    /// The number of the last of them.
    var counter: Int64 = 0
    var events: Int64 = 0
    var answers: Int64 = 0
    /// The time at which the database itself, without what is still in its write-ahead log, was last changed: see
    /// `DatabaseFile.change`.
    var change = "-"
  }

  let path: String

  init(folder: URL) { path = folder.appending(path: "progress.counter").path(percentEncoded: false) }

  /// The last number that was given; `nil` where there is no file or nothing sensible in it: the database alone decides
  /// then.
  func last() throws -> EventID? { try entry()?.given }

  func entry() throws -> Entry? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return Entry(try Data(contentsOf: URL(filePath: path)))
  }

  /// A number is about to be given.
  func note(_ id: EventID) throws {
    try update { entry in
      // Of another device nothing of this kind is known.
      let isNew = entry.map { $0.given.device.isSame(as: id.device) } != true
      let confirmed = isNew ? id.counter == 0 ? Confirmed() : nil : entry?.confirmed
      return Entry(given: id, confirmed: confirmed, lost: entry?.lost)
    }
  }

  /// Events of a device are on disk. Where nothing is known of those before, nothing is noted.
  func confirm(_ device: String, upTo counter: Int64, events: Int64, answers: Int64, change: String?) throws {
    try update { entry in
      guard var entry, entry.given.device.isSame(as: device), var confirmed = entry.confirmed else { return entry }
      confirmed.counter = max(confirmed.counter, counter)
      confirmed.events += events
      confirmed.answers += answers
      confirmed.change = change ?? "-"
      entry.confirmed = confirmed
      return entry
    }
  }

  /// Takes the database at its word.
  func reset(_ device: String, to confirmed: Confirmed) throws {
    try update { entry in
      guard var entry, entry.given.device.isSame(as: device) else { return entry }
      entry.confirmed = confirmed
      return entry
    }
  }

  /// The database of before is there again, and with it what was known of it.
  func put(_ entry: Entry) throws { try update { _ in entry } }

  /// Something that was confirmed is missing, and is to be told; what there is instead is confirmed from now on. Of
  /// several processes that find it, one notes it.
  func note(_ lost: LostEvents, of confirmed: Confirmed?, leaving present: Confirmed) throws {
    try update { entry in
      guard var entry, entry.confirmed == confirmed else { return entry }
      entry.confirmed = present
      entry.lost = LostEvents(
        answers: (entry.lost?.answers ?? 0) + lost.answers, others: (entry.lost?.others ?? 0) + lost.others)
      return entry
    }
  }

  /// Notes that the loss was told.
  func forgetLoss() throws {
    try update { entry in
      var entry = entry
      entry?.lost = nil
      return entry
    }
  }

  /// Writes always as many bytes at once, so that the file is whole whenever the process ends; one process at a time.
  private func update(_ body: (Entry?) -> Entry?) throws {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw POSIXError.last }
    defer { close(file) }
    while flock(file, LOCK_EX) != 0 { guard errno == EINTR else { throw POSIXError.last } }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = pread(file, &bytes, bytes.count, 0)
    guard count >= 0 else { throw POSIXError.last }
    let before = Entry(Data(bytes.prefix(count)))
    guard let entry = body(before), entry != before else { return }
    let line = Array(entry.line.utf8)
    if count > line.count, ftruncate(file, off_t(line.count)) != 0 { throw POSIXError.last }
    guard pwrite(file, line, line.count, 0) == line.count else { throw POSIXError.last }
  }
}

extension CounterFile.Entry {
  private static let numbers = 0...EventLine.counters.upperBound

  /// `nil` for what makes no sense.
  init?(_ data: Data) {
    let words = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    // What is larger than any number of an event would lead to numbers that no event can have.
    let numbers = words.dropFirst().prefix(6).map { Int64($0) ?? -1 }
    guard words.count == 2 || words.count == 8, words[0].utf8.count == 16, numbers.allSatisfy(Self.numbers.contains)
    else { return nil }
    given = EventID(device: String(words[0]), counter: numbers[0])
    guard words.count == 8 else { return }
    let change = String(words[7])
    if change != "?" {
      confirmed = CounterFile.Confirmed(counter: numbers[1], events: numbers[2], answers: numbers[3], change: change)
    }
    if numbers[4] + numbers[5] > 0 { lost = LostEvents(answers: numbers[4], others: numbers[5]) }
  }

  fileprivate var line: String {
    func digits(_ number: Int64) -> String {
      let digits = String(min(number, Self.numbers.upperBound))
      return String(repeating: "0", count: max(0, 19 - digits.count)) + digits
    }
    let known = confirmed ?? CounterFile.Confirmed(change: "?")
    let numbers = [
      given.counter, known.counter, known.events, known.answers, lost?.answers ?? 0, lost?.others ?? 0,
    ].map(digits).joined(separator: " ")
    return
      "\(given.device) \(numbers) \(known.change)\(String(repeating: " ", count: max(0, 29 - known.change.utf8.count)))\n"
  }
}
