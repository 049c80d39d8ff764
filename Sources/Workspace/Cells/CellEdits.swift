import Course
import Files
import Foundation
import Messages

/// The learner's own versions of cells. They lie in the learner's own folder, apart from the lessons.
package struct CellEdits {
  /// A cell as the learner has it.
  package struct Copy: Equatable {
    package let file: URL
    package let code: String
    /// Whether the lesson's cell is another one than that which the copy was made from.
    package let isOutdated: Bool
  }

  /// The cell that the copy was made from, and the hash of its code.
  private struct Origin: Codable {
    var lesson: String
    var cell: String
    var hash: String
  }

  private let folder: URL

  /// - Parameter folder: of one course.
  package init(folder: URL) { self.folder = folder }

  package func file(_ cell: Cell, _ lesson: Lesson) -> URL {
    folder.appending(path: "\(lesson.id)/\(cell.id).swift")
  }

  private func originFile(_ cell: Cell, _ lesson: Lesson) -> URL {
    folder.appending(path: "\(lesson.id)/\(cell.id).json")
  }

  /// `nil` where the learner has no version of their own.
  package func copy(of cell: Cell, in lesson: Lesson) throws -> Copy? {
    let file = file(cell, lesson)
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    let data = try Self.reading(file)
    guard let code = String(validating: data, as: UTF8.self) else {
      throw Failure(
        "\(file.path) is not UTF-8 text",
        help: "save it as UTF-8, or take the lesson's cell again with `learn reset \(lesson.number).\(cell.number)`",
        status: .data)
    }
    return Copy(file: file, code: code, isOutdated: try origin(cell, lesson)?.hash != Self.hash(cell.code))
  }

  /// Makes a copy of the lesson's cell for the learner to change; one that is there stays as it is.
  @discardableResult
  package func make(_ cell: Cell, in lesson: Lesson) throws -> Copy {
    if let copy = try copy(of: cell, in: lesson) { return copy }
    let file = file(cell, lesson)
    try Self.writing(file) { try PrivateFolder.make(file.deletingLastPathComponent()) }
    try noteOrigin(cell, in: lesson)
    try Self.writing(file) { try PrivateFile.write(Data(cell.code.utf8), to: file) }
    return Copy(file: file, code: cell.code, isOutdated: false)
  }

  /// The learner has seen the lesson's cell as it is now.
  package func noteOrigin(_ cell: Cell, in lesson: Lesson) throws {
    let origin = Origin(lesson: lesson.id, cell: cell.id, hash: Self.hash(cell.code))
    let file = originFile(cell, lesson)
    try Self.writing(file) { try PrivateFile.write(JSONEncoder().encode(origin), to: file) }
  }

  /// Puts the learner's version aside.
  ///
  /// - Returns: where it lies from now on; `nil` where there was none.
  package func archive(_ cell: Cell, in lesson: Lesson) throws -> URL? {
    let file = file(cell, lesson)
    let files = FileManager.default
    guard files.fileExists(atPath: file.path) else { return nil }
    var number = 1
    func backup() -> URL { folder.appending(path: "\(lesson.id)/\(cell.id).former-\(number).swift") }
    while files.fileExists(atPath: backup().path) { number += 1 }
    try Self.writing(file) { try files.moveItem(at: file, to: backup()) }
    return backup()
  }

  /// A copy that says what the lesson says is none.
  package func discard(_ cell: Cell, in lesson: Lesson) throws {
    let file = file(cell, lesson)
    try Self.writing(file) { try FileManager.default.removeItem(at: file) }
  }

  /// The cell as it runs: the learner's version where there is one.
  package func own(_ cell: Cell, in lesson: Lesson) throws -> (cell: Cell, copy: Copy?) {
    guard let copy = try copy(of: cell, in: lesson), copy.code != cell.code else { return (cell, nil) }
    let (own, problems) = cell.changed(to: copy.code, in: copy.file.path)
    guard problems.isEmpty else { throw Problems(problems) }
    return (own, copy)
  }

  private func origin(_ cell: Cell, _ lesson: Lesson) throws -> Origin? {
    let file = originFile(cell, lesson)
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    do {
      return try JSONDecoder().decode(Origin.self, from: try Self.reading(file))
    } catch is DecodingError {
      // Without a record of what it was made from, the copy counts as older than the lesson.
      return nil
    }
  }

  package static func hash(_ code: String) -> String {
    SHA256(of: code).hexadecimal
  }

  private static func reading(_ file: URL) throws -> Data {
    do {
      return try Data(contentsOf: file)
    } catch {
      throw Failure(
        "cannot read your version of the cell, \(file.path): \(error.localizedDescription)",
        help: "give yourself the right to read it: there is no other copy of it", status: .inputOutput)
    }
  }

  private static func writing(_ file: URL, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      throw Failure(
        "cannot write your version of the cell, \(file.path): \(error.localizedDescription)",
        help: "make room or give yourself the right to write there; what you had written before is as it was",
        status: .cannotCreate)
    }
  }
}
