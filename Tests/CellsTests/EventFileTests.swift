import Events
import Foundation
import TestSupport
import Testing

@testable import Cells

/// A run that is written down while it goes on is there when it is over, whole or not at all.
@Suite struct EventFileTests {
  let folder: TemporaryFolder
  let place: URL

  init() throws {
    folder = try TemporaryFolder()
    place = folder.url.appending(path: "lesson/cell.jsonl")
  }

  func film(_ events: [Event]) -> EventFile {
    let film = EventFile(place, cell: "c")
    events.forEach(film.add)
    return film
  }

  /// More than is written at a time.
  let events: [Event] = (0..<3_000).flatMap { step -> [Event] in
    [.progress(step: step, total: 3_000, unit: "step"), .series(Series(name: "loss", x: [Float(step)], y: [.nan]))]
  }

  @Test func whatIsKeptComesBack() throws {
    let film = film(events)
    #expect(!film.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: place.path))
    try film.keep()
    #expect(try EventFile.events(in: place).count == events.count)
    #expect(try folder.contents() == ["lesson", "lesson/cell.jsonl"])
    // In place of the former one.
    try self.film([.text("t")]).keep()
    #expect(try EventFile.events(in: place) == [.text("t")])
    #expect(try folder.contents() == ["lesson", "lesson/cell.jsonl"])
  }

  @Test func whatIsNotKeptLeavesNothing() throws {
    do {
      let film = film(events)
      #expect(try folder.contents().count == 2)
      withExtendedLifetime(film) {}
    }
    #expect(try folder.contents() == ["lesson"])
    #expect(EventFile(place, cell: "c").isEmpty)
  }

  /// A command that was killed leaves its file behind; a later run takes it away, and none that may still be written.
  @Test func whatWasAbandonedGoes() throws {
    for (name, age) in [("old", 100_000.0), ("new", 1_000)] {
      let file = try folder.create("lesson/cell.jsonl.\(name).unfinished", "x")
      try FileManager.default.setAttributes([.modificationDate: Date() - age], ofItemAtPath: file.path)
    }
    try film([.text("t")]).keep()
    #expect(try folder.contents() == ["lesson", "lesson/cell.jsonl", "lesson/cell.jsonl.new.unfinished"])
  }

  @Test func whatCannotBeWrittenIsToldAtTheEnd() throws {
    try folder.create("lesson")
    let film = film(events)
    #expect {
      try film.keep()
    } throws: { error in
      if case CellError.cannotWrite(let path, _) = error { path == place.path } else { false }
    }
    #expect(throws: CellError.self) { try EventFile.events(in: place) }
  }

  /// A file of an earlier version, or of somebody else's, may have more than a run may.
  @Test func noMoreIsReadThanARunMaySay() throws {
    let line = #"{"v":1,"cell":"c","kind":"parameter","name":"n","value":1,"lowest":0,"highest":2}"# + "\n"
    try folder.create("lesson/cell.jsonl", String(repeating: line, count: Limits.figures + 9))
    #expect(try EventFile.events(in: place).count == Limits.figures)
    try folder.create("lesson/cell.jsonl", "a\n" + String(repeating: "x", count: Limits.line + 1))
    #expect(try EventFile.events(in: place) == [.text("a")])
  }
}
