import Workspace
import Messages
import ArgumentParser
import Course
import Foundation
import Terminal

struct CourseCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course",
    abstract: "Add, list, look into, trust and remove other courses.",
    discussion: """
      A course is a folder with Lessons/course.yml. Commands act on the one in the current folder, on the one that \
      --course names, else on the one that came with learn. Cells of other courses run when you have trusted them.
      """,
    subcommands: [ListCourses.self, AddCourse.self, ShowCells.self, TrustCourse.self, RemoveCourse.self],
    defaultSubcommand: ListCourses.self)
}

struct ListCourses: MachineCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Show the courses that are here.")

  @OptionGroup var options: CommonOptions

  func run(on machine: Machine) async throws {
    let store = try machine.catalog.trustStore()
    var lines: [Line] = []
    if let bundled = machine.directories.bundledCourse {
      lines += CourseReader.read(bundled).lines(name: "", trust: .bundled)
    }
    for entry in store.entries {
      let folder = entry.folder.url
      guard Directories.isCourse(folder) else {
        lines += [
          Line([Span(entry.folder.name, .bold), Span("  gone: there is no course in \(entry.folder)", .faint)])
        ]
        continue
      }
      let course = CourseReader.read(folder, sources: machine.directories.bundledCourse)
      lines += course.lines(
        name: entry.isAdded ? entry.folder.name : "", trust: store.trust(in: course))
    }
    machine.write(lines)
  }
}

struct AddCourse: MachineCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a course that lies in a folder.",
    discussion: """
      Nothing of it is run. Afterwards `--course NAME` chooses it, by its folder's name. Progress belongs to a course: \
      one that has the id of another is asked about once. `--same` and `--apart` answer that, also later.
      """)

  @Argument(help: "The folder, which has Lessons/course.yml.")
  var folder: String

  @Flag(help: "It is the course that was used before, moved or copied: both have one progress.")
  var same = false

  @Flag(help: "It is another course, whatever it calls itself: its progress is its own.")
  var apart = false

  @OptionGroup var options: CommonOptions

  func run(on machine: Machine) async throws {
    if same, apart {
      throw Failure("`--same` and `--apart` exclude one another", help: "leave one of them out", status: .usage)
    }
    let course = try machine.catalog.course(folder)
    if same || apart {
      let other = try machine.catalog.decide(course.named, isSame: same)
      if same, other == nil { throw CourseBindingsError.nothingLike(course.named) }
    } else {
      _ = try machine.identity(of: course.named)
    }
    var store = try machine.catalog.trustStore()
    try store.add(course.folder)
    let name = try machine.catalog.argument(for: course.folder)
    machine.write([
      Line("\(course.title) is added: \(course.lessons.count == 1 ? "1 lesson" : "\(course.lessons.count) lessons")."),
      "", Line("learn list --course \(name)   show its lessons", .faint),
      Line("learn course cells \(name)   show what its cells do", .faint),
      Line("learn course trust \(name)   let its cells run", .faint),
    ])
  }
}

struct TrustCourse: MachineCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust", abstract: "Let the cells of a course run.",
    discussion: """
      Trust is in the cells as they are now, which `learn course cells` shows: when they change, you are asked again. \
      Where a sandbox can be made (`learn doctor` says so), cells have no network and no sight of your files.
      """)

  @Argument(help: "The course's folder, or the name of an added course; without it, the course in the current folder.")
  var folder: String?

  @Flag(help: "Also when its cells change: for a course that you write yourself.")
  var always = false

  @OptionGroup var options: CommonOptions

  func run(on machine: Machine) async throws {
    let course = CourseReader.read(
      try machine.directories.courseFolder(folder ?? options.course), sources: machine.directories.bundledCourse)
    var store = try machine.catalog.trustStore()
    try store.trust(course, always: always)
    machine.write([
      Line(
        "The cells of \(course.title) run from now on" + (always ? ", also when they change." : ", until they change."))
    ])
  }
}

struct RemoveCourse: MachineCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Forget a course and the trust in it.",
    discussion: "Its files stay where they are, and so does your progress in it.")

  @Argument(help: "The course's folder, or its name.")
  var name: String

  @OptionGroup var options: CommonOptions

  func run(on machine: Machine) async throws {
    var store = try machine.catalog.trustStore()
    guard let entry = store.entry(named: name) else {
      throw UnknownName(
        kind: .course, name: name, known: store.entries.map(\.folder.name),
        suggestion: Suggestion.closest(to: name, in: store.entries.map(\.folder.name)))
    }
    try store.remove(entry)
    machine.write([Line("\(entry.folder.name) is removed. Its files stay in \(entry.folder).")])
  }
}
