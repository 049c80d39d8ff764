import Messages
import Cells
import Course
import Foundation
import Practice
import Progress
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What every command works with.
struct Context {
  let directories: Directories
  let screen: Screen
  let course: Course
  let now: Int64
  /// Ends a command that is to be typed: it names the course where this one was named.
  let courseWords: String
  /// What is recorded in one sitting has the same name.
  let session = UUID().uuidString

  /// The sandbox's probe, which a command that runs cells has begun; `nil` where there is no toolchain.
  let probe: SandboxProbe?

  /// - Parameter probe: in a command that runs cells and knows nothing of exercises.
  init(_ options: CommonOptions, directories: Directories = Directories(), probe: SandboxProbe? = nil) throws {
    self.directories = directories
    // Where it is missing, whoever needs it is told so.
    self.probe = probe ?? (try? directories.sandboxProbe())
    screen = Screen.current(plain: options.plain)
    let folder = try directories.courseFolder(options.course)
    // Whether a stranger's course is trusted depends on its exercises' cells, too.
    course = CourseReader.read(
      folder, sources: directories.bundledCourse, hasExercises: probe == nil || !directories.isBundled(folder))
    now = Int64(Date().timeIntervalSince1970)
    courseWords = options.course.map { Shell.option("--course", $0) } ?? ""
    // Without its list of lessons a course has nothing to offer.
    let fatal = course.problems.filter { $0.file == "Lessons/course.yml" }
    if course.lessons.isEmpty || !fatal.isEmpty { throw Failure(course.problems, in: course.folder) }
  }

  /// The lesson of this name, if its files are sound.
  func lesson(named name: String) throws -> Lesson {
    try sound(try course.lesson(named: name))
  }

  /// The lesson, unless its text or its exercises have errors; then these are told.
  func sound(_ lesson: Lesson) throws -> Lesson {
    let name = lesson.file.split(separator: "/").last ?? ""
    let problems = course.problems.filter { $0.file.hasSuffix("/" + name) }
    guard problems.isEmpty else { throw Failure(problems, in: course.folder) }
    return lesson
  }

  /// The lesson that the learner is at: the one where they stopped, else the first that they have not finished.
  func currentLesson(_ store: ProgressStore) throws -> (lesson: Lesson, section: Int)? {
    guard let place = try firstUnread(store) else { return nil }
    return (try sound(place.lesson), place.section)
  }

  /// The same, whether its files are sound or not.
  private func firstUnread(_ store: ProgressStore) throws(ProgressError) -> (lesson: Lesson, section: Int)? {
    for lesson in course.lessons {
      let section = try store.position(of: lesson.id)?.section ?? 0
      if section < lesson.sections.count { return (lesson, section) }
    }
    return nil
  }

  /// Whether a command that names no lesson means this one; `false`, too, where progress cannot say so.
  func isAtHand(_ lesson: Lesson) -> Bool {
    do {
      let place = try firstUnread(try openProgress(mayAsk: false))
      return (place?.lesson ?? course.lessons[course.lessons.count - 1]).id == lesson.id
    } catch {
      return false
    }
  }

  /// What is there to practise: whatever is due in any lesson, and what is new up to the one that the learner is at.
  func practicePlan(
    _ store: ProgressStore, kinds: Set<Exercise.Kind> = [], limit: Int = .max,
    left: DailyLimits = .none
  ) throws -> PracticePlan {
    let reached = try currentLesson(store)?.lesson.number ?? course.lessons.count
    for lesson in course.lessons.prefix(reached) { _ = try sound(lesson) }
    return try store.plan(
      course.lessons.flatMap(\.practice), reached: reached, kinds: kinds, limit: limit, left: left, now: now)
  }

  /// What the site's pages look like: the course's own theme, else the bundled one.
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
    Output.write(lines.map { $0.rendered(screen.colours) + "\n" }.joined())
  }
}

/// Standard output and standard error, each text at once and unbuffered.
enum Output {
  /// Ends the command where nothing can be written any more: there is nobody to tell, and nothing left to do. Who reads no
  /// further, as `head`, ends it as any other command.
  static func write(_ text: String) {
    guard !put(text, STDOUT_FILENO) else { return }
    if errno == EPIPE {
      signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
    }
    let reason = String(cString: strerror(errno))
    error(Failure("what learn says cannot be written: \(reason)", status: .inputOutput).text)
    exit(Failure.Status.inputOutput.rawValue)
  }

  /// A complaint cites courses, cells and compilers: control characters in it are shown.
  static func error(_ text: String) {
    _ = put(visibleLines(text), STDERR_FILENO)
  }

  /// Something on a terminal that goes again.
  static func sign(_ text: String) {
    _ = put(text, STDERR_FILENO)
  }

  private static func put(_ text: String, _ descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while !rest.isEmpty {
        let written = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { return false }
        rest = rest.dropFirst(written)
      }
      return true
    }
  }
}

/// The enum's own `write` hides the system's.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
