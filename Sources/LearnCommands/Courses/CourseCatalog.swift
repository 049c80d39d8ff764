import Course
import Foundation
import Terminal

/// What the commands about courses share: where courses are, and how they are told.
struct CourseCatalog {
  let directories: Directories
  let screen: Screen

  init(_ options: CommonOptions) { self.init(directories: Directories(), screen: Screen.current(plain: options.plain)) }

  init(directories: Directories, screen: Screen) {
    self.directories = directories
    self.screen = screen
  }

  func register() throws -> TrustStore { try TrustStore(home: directories.home) }

  /// The sound course in the folder.
  func course(_ folder: String) throws -> Course {
    let place = URL(filePath: folder, directoryHint: .isDirectory)
    guard Directories.isCourse(place) else {
      throw Failure(
        "there is no course in \(folder)", help: "a course is a folder that has Lessons/course.yml", status: .noInput)
    }
    let course = CourseReader.read(place, sources: directories.bundledCourse)
    guard course.problems.isEmpty else { throw Failure(course.problems, in: course.folder) }
    return course
  }

  /// What means the course in a command that is typed here: its folder's name where that means no other, else its path.
  func argument(for folder: URL) throws -> String {
    let path = FolderPath(folder), name = path.name
    let others = try register().entries.filter { $0.folder.name == name && $0.folder != path }
    let isElsewhere = Directories.isCourse(URL(filePath: name, directoryHint: .isDirectory))
    return others.isEmpty && !isElsewhere && !name.hasPrefix("-") ? Shell.word(name) : Shell.path(path.text)
  }

  func lines(_ course: Course, name: String, trust: TrustStore.Trust) -> [Line] {
    let lessons = course.lessons.count == 1 ? "1 lesson" : "\(course.lessons.count) lessons"
    return [
      Line([
        Span(course.title, .bold),
        Span("  " + [name, lessons, Self.text(trust)].filter { !$0.isEmpty }.joined(separator: " · "), .faint),
      ]),
      Line("   \(course.folder.standardizedFileURL.path)", .faint),
    ]
  }

  func write(_ lines: [Line]) {
    Output.write(lines.map { $0.rendered(screen.colours) + "\n" }.joined())
  }

  private static func text(_ trust: TrustStore.Trust) -> String {
    switch trust {
    case .bundled: "came with learn"
    case .always: "always trusted"
    case .asItIs: "trusted"
    case .changed: "changed since you trusted it"
    case .none: "not trusted: its cells do not run"
    }
  }
}
