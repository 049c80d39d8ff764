import Files
import Foundation

extension Lesson {
  /// The cells that can be run: the lesson's, and those of its exercises.
  package var programs: [Cell] { cells + exercises.flatMap(\.cells) }
}

extension Course {
  /// The hash that tells what the course's cells do from what any others do: who trusts them, trusts this.
  ///
  /// All that takes part in a run counts, with its length in front, so that no part can run into the next. The text of
  /// the lessons does not: a mended misprint asks nobody for trust.
  package var cellsHash: String {
    var hash = SHA256()
    func add(_ part: String) {
      withUnsafeBytes(of: part.utf8.count.littleEndian) { hash.update($0) }
      hash.update(Data(part.utf8))
    }
    for lesson in lessons {
      add("lesson \(lesson.id)")
      for cell in lesson.programs {
        for part in [cell.file, cell.id, cell.code, "\(cell.needs)", "\(cell.seed)", "\(cell.secondsAllowed)"] {
          add(part)
        }
      }
    }
    return hash.hexadecimal
  }
}
