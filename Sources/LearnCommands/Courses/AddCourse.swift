import ArgumentParser
import Course
import Messages
import Terminal
import Workspace

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
