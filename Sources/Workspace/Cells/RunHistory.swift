import Cells
import Course
import Events
import Files
import Foundation

/// The last run of each cell, as its event stream, for whoever wants to see it again. It can be made again, and so lies
/// in the cache.
package struct RunHistory {
  /// The folder of one course's runs.
  package let folder: URL
  /// The folder in which, or below which, the runs of all courses lie.
  package let all: URL
  /// The number of runs that are kept, of all courses together.
  private static let limit = 200

  private func file(_ cell: Cell, _ lesson: Lesson) -> URL {
    folder.appending(path: "\(lesson.id)/\(cell.id).jsonl")
  }

  /// Returns the file of the hash of the code that the run was made from.
  private func hashFile(_ cell: Cell, _ lesson: Lesson) -> URL {
    folder.appending(path: "\(lesson.id)/\(cell.id).sha256")
  }

  /// Returns the file that a run is written to while it goes on.
  package func film(of cell: Cell, in lesson: Lesson) -> EventFile { EventFile(file(cell, lesson), cell: cell.id) }

  /// Keeps the film of a run that is over.
  package func keep(_ film: EventFile, of program: CellProgram, in lesson: Lesson) throws {
    let cell = program.cell
    let file = file(cell, lesson)
    try film.keep()
    do {
      try PrivateFile.write(Data(Self.hash(program).utf8), to: hashFile(cell, lesson))
    } catch {
      throw CellError.cannotWrite(path: file.path, reason: error.localizedDescription)
    }
    for (kind, newest) in [("jsonl", file), ("sha256", hashFile(cell, lesson))] {
      let kept = CacheEntries.files(below: all) { $0.pathExtension == kind }
      CacheEntries.removeOldest(of: kept, keeping: Self.limit, and: newest)
    }
  }

  /// `nil` where the cell was not run yet.
  package func events(of cell: Cell, in lesson: Lesson) throws -> [Event]? {
    let file = file(cell, lesson)
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    return try EventFile.events(in: file)
  }

  /// Whether the cell, or one that it needs, was another one when it ran.
  package func isOutdated(_ program: CellProgram, in lesson: Lesson) throws -> Bool {
    let file = hashFile(program.cell, lesson)
    // Runs that an earlier version of learn kept have no record of it.
    guard FileManager.default.fileExists(atPath: file.path) else { return false }
    do {
      return try Data(contentsOf: file) != Data(Self.hash(program).utf8)
    } catch {
      throw CellError.cannotRead(path: file.path, reason: error.localizedDescription)
    }
  }

  /// Returns the hash of the code alone: a cell that has moved in its file is the same.
  private static func hash(_ program: CellProgram) -> String {
    CellEdits.hash((program.needed + [program.cell]).map(\.code).joined(separator: "\n"))
  }
}
