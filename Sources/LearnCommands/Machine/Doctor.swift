import ArgumentParser
import Cells
import Course
import Events
import Files
import Foundation
import Messages
import Progress
import Terminal
import Workspace

struct Doctor: MachineCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Show what is installed, what the terminal can do, and where things are kept.")

  @OptionGroup var options: CommonOptions

  func run(on machine: Machine) async throws {
    let (directories, screen) = (machine.directories, machine.screen)
    var report = Report()
    report.add("learn", Learn.configuration.version, at: directories.executable)
    mendPermissions(directories, &report)
    await checkCells(directories, &report)
    checkCourse(machine, &report)
    report.add(
      "terminal",
      "\(screen.width) × \(screen.height), \(colourName(screen.colours))"
        + (screen.isInteractive ? ", keys" : ", no keys: text is written as to a pipe"))
    report.add("progress", "", at: directories.home)
    report.check("progress can be written") { try ProgressStore(folder: directories.home).checkWritable() }
    report.add("cache", "", at: directories.cache)
    machine.write(report.lines)
    if report.hasFailed { throw ExitCode(ExitStatus.unavailable.rawValue) }
  }

  private func checkCells(_ directories: Directories, _ report: inout Report) async {
    do {
      let probe = try directories.sandboxProbe()
      let facts = try await probe.toolchain.targetInfo(cache: directories.compileCache.folder)
      report.add("Swift compiler", facts.version, at: probe.toolchain.compiler)
      let library = try CellLibrary.find(besides: directories.executable)
      report.add("model library", "", at: library.archive)
      let confinement = try await probe.confinement
      switch confinement.sandbox {
      case .bubblewrap(let bubblewrap): report.add("sandbox", "bubblewrap", at: bubblewrap.tool)
      case .seatbelt(let tool): report.add("sandbox", "", at: tool)
      case .none(let absence): report.warn("sandbox", absence.explanation)
      }
      report.add("memory of cells", Self.sentence(confinement.memory))
      let time = try await Self.timeOfCell(library, probe, directories)
      report.add("a cell", String(format: "compiled and run in %.1f s", time))
    } catch {
      report.fail("cells", Explanation(error))
    }
  }

  private struct Silent: Explained {
    var explanation: Explanation {
      Explanation(
        "a cell of one line ran and said nothing", help: "build learn again with `make build`", status: .unavailable)
    }
  }

  /// Compiles a cell of one line where the learner's are compiled, and runs it: what is installed may be all there, and no cell
  /// run.
  ///
  /// - Returns: the seconds that it took.
  private static func timeOfCell(
    _ library: CellLibrary, _ probe: SandboxProbe, _ directories: Directories
  ) async throws -> Double {
    // Another one each time: none is there already.
    let code = "text(\"ready\") // \(UUID().uuidString)\n"
    let cell = Cell(number: 1, id: "doctor", file: "learn doctor", firstLine: 1, code: code)
    let runner = CellRunner(
      compiler: CellCompiler(
        toolchain: probe.toolchain, library: library, cache: directories.compileCache,
        // It is our own: without a sandbox it runs as well.
        sandbox: CellSandbox(probe: probe) { _ in }))
    var isReady = false
    let time = try await ContinuousClock().measure {
      try await runner.run(CellProgram(cell)) { said in
        if case .text("ready") = said.event { isReady = true }
      }
    }
    guard isReady else { throw Silent() }
    return time / .seconds(1)
  }

  /// Returns the sentence that says which limit holds.
  private static func sentence(_ limit: MemoryLimit) -> String {
    let size = "\(Limits.memory >> 30) GiB"
    return switch limit {
    case .group(let place): "\(size) for all its processes, by a control group (version \(place.version.rawValue))"
    case .scope: "\(size) for all its processes, by a control group of systemd"
    case .addresses: "\(size) for each process; all together are looked at ten times a second"
    }
  }

  private func checkCourse(_ machine: Machine, _ report: inout Report) {
    do {
      let context = try Context(machine, course: options.course)
      report.add(
        "course",
        "\(context.course.title), \(context.course.lessons.count) \(context.course.lessons.count == 1 ? "lesson" : "lessons")",
        at: context.course.folder)
      if !context.course.problems.isEmpty {
        report.fail("course", context.explanation(Problems(context.course.problems)))
      }
    } catch {
      report.fail("course", Explanation(error))
    }
  }

  /// Earlier versions left what they wrote to the user's umask.
  private func mendPermissions(_ directories: Directories, _ report: inout Report) {
    let mending = directories.mendPermissions()
    if let sentence = mending.sentence { report.add("permissions", sentence) }
    if let failed = mending.explanation { report.warn("permissions", failed) }
  }

  private func colourName(_ colours: Screen.Colours) -> String {
    switch colours {
    case .none: "no colours"
    case .palette: "256 colours"
    case .full: "16.7 million colours"
    }
  }

  /// The report: one line a finding, marked with a sign that says how good it is.
  private struct Report {
    private(set) var lines: [Line] = []
    private(set) var hasFailed = false

    mutating func add(_ name: String, _ finding: String, at place: URL? = nil) {
      let padded = name + String(repeating: " ", count: max(1, 16 - name.count))
      let path = place.map { $0.path } ?? ""
      let text = [finding, path].filter { !$0.isEmpty }.joined(separator: "  ")
      lines.append(Line([Span("✓ ", .colour(.green)), Span(padded, .bold), Span(text)]))
    }

    mutating func fail(_ name: String, _ explanation: Explanation) {
      hasFailed = true
      add(name, explanation, Span("✗ ", .colour(.red)))
    }

    /// Adds a finding that works, but not as well as it could.
    mutating func warn(_ name: String, _ explanation: Explanation) {
      add(name, explanation, Span("! ", .colour(.yellow)))
    }

    private mutating func add(_ name: String, _ explanation: Explanation, _ sign: Span) {
      let padded = name + String(repeating: " ", count: max(1, 16 - name.count))
      lines.append(Line([sign, Span(padded, .bold)]))
      for line in explanation.text.split(separator: "\n") { lines.append(Line("    " + line)) }
    }

    mutating func check(_ name: String, _ body: () throws -> Void) {
      do { try body() } catch { fail(name, Explanation(error)) }
    }
  }
}
