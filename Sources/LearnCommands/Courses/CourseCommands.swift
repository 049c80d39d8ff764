import ArgumentParser

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
