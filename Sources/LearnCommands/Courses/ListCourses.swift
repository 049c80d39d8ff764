import ArgumentParser
import Course
import Terminal
import Workspace

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
