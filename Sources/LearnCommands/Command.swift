import ArgumentParser
import Terminal

/// Options that every command has.
struct CommonOptions: ParsableArguments {
  @Flag(name: .long, help: "Text without colours, pictures or keys.")
  var plain = false

  @Option(help: ArgumentHelp("An added course, or the folder of one.", valueName: "course"))
  var course: String?
}

/// A command that needs a machine and no course.
protocol MachineCommand: AsyncParsableCommand {
  var options: CommonOptions { get }

  func run(on machine: Machine) async throws
}

extension MachineCommand {
  func run() async throws {
    try await run(on: Machine(screen: Screen.current(plain: options.plain)))
  }
}

/// A command about a course.
protocol CourseCommand: MachineCommand {
  /// Whether it runs cells of lessons: then the sandbox is tried out while the course is read.
  static var runsCells: Bool { get }

  func run(in context: Context) async throws
}

extension CourseCommand {
  static var runsCells: Bool { false }

  func run(on machine: Machine) async throws {
    try await Context.with(machine, course: options.course, runsCells: Self.runsCells, run(in:))
  }
}
