import Cells
import Course
import Foundation
import Messages
import Practice
import Progress
import Terminal
import Workspace

/// The parts that a command about a course works with. A test gives it its own.
struct Context {
  let machine: Machine
  let course: Course
  /// The words that end a command that is to be typed: they name the course where this one was named.
  let courseWords: String
  /// The sandbox's probe, which a command that runs cells has begun; `nil` where there is no toolchain.
  let probe: SandboxProbe?
  /// The name of one sitting, which all that is recorded in it has in common.
  let session = UUID().uuidString

  var directories: Directories { machine.directories }
  var screen: Screen { machine.screen }
  var output: Output { machine.output }
  /// The present, in seconds since 1970.
  var now: Int64 { machine.now }

  /// - Parameters:
  ///   - name: the course's folder or name, where one was chosen.
  ///   - probe: in a command that runs cells and knows nothing of exercises.
  init(_ machine: Machine, course name: String? = nil, probe: SandboxProbe? = nil) throws {
    self.machine = machine
    // Where it is missing, whoever needs it is told so.
    self.probe = probe ?? (try? machine.directories.sandboxProbe())
    let folder = try machine.directories.courseFolder(name)
    // Whether a stranger's course is trusted depends on its exercises' cells, too.
    course = CourseReader.read(
      folder, sources: machine.directories.bundledCourse,
      hasExercises: probe == nil || !machine.directories.isBundled(folder))
    courseWords = name.map { Shell.option("--course", $0) } ?? ""
    // Without its list of lessons a course has nothing to offer.
    let fatal = course.problems.filter { $0.file == "Lessons/course.yml" }
    if course.lessons.isEmpty || !fatal.isEmpty { throw withLines(Problems(course.problems)) }
  }

  /// Does something in a course, and shows with an error the lines of its files that it names.
  ///
  /// - Parameter runsCells: whether the sandbox is tried out while the course is read.
  static func with(
    _ machine: Machine, course name: String?, runsCells: Bool, _ body: (Context) async throws -> Void
  ) async throws {
    // Without a toolchain there is nothing to run in it, which the command says in its turn.
    guard runsCells, let probe = try? machine.directories.sandboxProbe() else {
      return try await Context(machine, course: name).telling(body)
    }
    try await probe.during { try await Context(machine, course: name, probe: probe).telling(body) }
  }

  private func telling(_ body: (Context) async throws -> Void) async throws {
    do { try await body(self) } catch { throw withLines(error) }
  }

  /// The error, with the lines of the course that it names; one that is not ours as it is.
  private func withLines(_ error: any Error) -> any Error {
    Explanation(describing: error).map { Failure(excerpts.showing($0)) } ?? error
  }

  /// Returns the explanation of an error, with the lines of the course that it names.
  func explanation(_ error: any Error) -> Explanation { excerpts.showing(Explanation(error)) }

  private var excerpts: Excerpts { Excerpts(of: course.folder, edits: directories.cellEdits) }

  /// The lesson of this name, if its files are sound.
  func lesson(named name: String) throws -> Lesson {
    try sound(try course.lesson(named: name))
  }

  /// The lesson, unless its text or its exercises have errors; then these are told.
  func sound(_ lesson: Lesson) throws -> Lesson {
    let name = lesson.file.split(separator: "/").last ?? ""
    let problems = course.problems.filter { $0.file.hasSuffix("/" + name) }
    guard problems.isEmpty else { throw Problems(problems) }
    return lesson
  }

  /// Returns the plan of what is there to practise: whatever is due in any lesson, and what is new up to the one that
  /// the learner is at.
  func practicePlan(
    _ store: ProgressStore, kinds: Set<Exercise.Kind> = [], limit: Int = .max, isAhead: Bool = false,
    left: DailyLimits = .none
  ) throws -> PracticePlan {
    let reached = try currentLesson(store)?.lesson.number ?? course.lessons.count
    for lesson in course.lessons.prefix(reached) { _ = try sound(lesson) }
    return try store.plan(
      course.lessons.flatMap(\.practice), reached: reached, kinds: kinds, limit: limit, isAhead: isAhead,
      left: left, now: now)
  }

  /// Returns the folder of the site's theme: the course's own, else the bundled one.
  func theme() throws -> URL {
    for folder in [course.folder, directories.bundledCourse].compactMap({ $0 }) {
      if CourseFiles(folder).has("site/templates") {
        return folder.appending(path: "site", directoryHint: .isDirectory)
      }
    }
    throw Failure(
      "there is no theme: no folder site/templates in the course", help: "install again with `make install`",
      status: .noInput)
  }

  func write(_ lines: [Line]) {
    machine.write(lines)
  }
}
