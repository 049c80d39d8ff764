import CellRunner
import Course
import Display
import Foundation

/// The last run of each cell, as its event stream, for whoever wants to see it again. It can be made again, and so lies
/// in the cache.
struct LastRuns {
  let folder: URL
  /// How many runs are kept.
  private static let limit = 200

  init(_ places: Places) {
    folder = places.cache.appending(path: "runs", directoryHint: .isDirectory)
  }

  private func file(_ cell: Cell, _ lesson: Lesson) -> URL {
    folder.appending(path: "\(lesson.id)/\(cell.id).jsonl")
  }

  func keep(_ events: [Event], of cell: Cell, in lesson: Lesson) throws {
    let file = file(cell, lesson)
    do {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(events.flatMap { EventEncoder.line(for: $0, cell: cell.id) }).write(to: file, options: .atomic)
    } catch {
      throw CellError.cannotWrite(path: file.path, reason: error.localizedDescription)
    }
    CacheEntries.removeOldest(in: CacheEntries.folders(in: folder), keeping: Self.limit, and: file)
  }

  /// `nil` where the cell was not run yet.
  func events(of cell: Cell, in lesson: Lesson) throws -> [Event]? {
    let file = file(cell, lesson)
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    var decoder = EventDecoder()
    do {
      return (decoder.decode(try Data(contentsOf: file)) + decoder.finish()).map(\.event)
    } catch {
      throw CellError.cannotRead(path: file.path, reason: error.localizedDescription)
    }
  }
}
