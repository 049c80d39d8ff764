import Course
import Foundation
import Progress
import TestSupport

extension LearnCommand {
  /// What the learner has in the course of the command's folder.
  func progress() throws -> ProgressStore {
    let home = home.url.appending(path: ".local/share/learn")
    return try ProgressStore(folder: home, course: try CourseReader.name(of: folder).id ?? boundID(in: home))
  }

  /// Under which id the command keeps what is done in a course that has none.
  private func boundID(in home: URL) throws -> String {
    struct Bindings: Decodable {
      struct Binding: Decodable { var folder: String, id: String }
      var bindings: [Binding]
    }
    let data = try Data(contentsOf: home.appending(path: "course-ids.json"))
    let path = folder.standardizedFileURL.resolvingSymlinksInPath().path
    let bindings = try JSONDecoder().decode(Bindings.self, from: data).bindings
    return bindings.first { $0.folder == path }?.id ?? ""
  }
}
