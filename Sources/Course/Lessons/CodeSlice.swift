import Foundation
import Messages

/// Lines of a source file that a lesson shows: those between `// snippet.name` and `// snippet.end`.
///
/// A lesson asks for them with a comment on a line of its own, `<!-- source: Sources/…/File.swift#name -->`, and so
/// never shows anything but the code that runs.
struct CodeSlice: Equatable {
  let path: String
  let name: String

  enum Fault: Error, Equatable {
    case noFile
    /// The file has slices of these names.
    case noSlice(known: [String])
    case notClosed
    case refused(CourseFiles.Refusal)
  }

  /// `nil` for what has no such form, or leads out of `Sources`.
  init?(_ reference: some StringProtocol) {
    let parts = reference.split(separator: "#", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, parts[0].hasPrefix("Sources/"), parts[0].hasSuffix(".swift"),
      !parts[0].split(separator: "/").contains("..")
    else { return nil }
    path = String(parts[0])
    name = String(parts[1])
  }

  /// The source file, from the first of the places that has it.
  func source(in places: [CourseFiles]) throws(Fault) -> SlicedSource {
    for place in places {
      do throws(CourseFiles.Refusal) {
        return SlicedSource(String(decoding: try place.data(at: path, limit: CourseLimits.text), as: UTF8.self))
      } catch {
        if error != .missing { throw .refused(error) }
      }
    }
    throw .noFile
  }
}
