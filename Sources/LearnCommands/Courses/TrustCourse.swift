import ArgumentParser
import Course
import Terminal
import Workspace

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
