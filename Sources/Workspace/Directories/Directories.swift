// Workspace: the folders of people: where, whose, how trusted; edited cells, runs, saved figures, what a site is
// made of.

import Course
import Foundation
import Messages

/// The folders in which things are kept and found.
package struct Directories {
  /// The running command's file.
  package let executable: URL
  /// Progress and answers.
  package let home: URL
  /// The folder of what can be made again: compiled cells, recorded runs.
  package let cache: URL
  /// The user's own home folder, in which a chosen home of learn's may lie.
  package let user: URL
  /// The course that was installed with the command, or whose checkout the command was built in.
  package let bundledCourse: URL?
  /// Data sets that were added or fetched.
  package var data: URL { home.appending(path: "data", directoryHint: .isDirectory) }

  /// The folder in which the command was called.
  private let current: URL

  /// - Parameters:
  ///   - executable: the running command's file.
  ///   - current: the folder in which it was called.
  package init(
    environment: [String: String] = ProcessInfo.processInfo.environment, executable: URL = Self.running,
    current: URL = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
  ) {
    self.current = current
    let executable = executable.resolvingSymlinksInPath()
    self.executable = executable
    // An empty one is as none: what is kept must not land in the folder where the command happens to run.
    let chosenHome = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 }
    let user = URL(filePath: chosenHome ?? NSHomeDirectory(), directoryHint: .isDirectory)
    self.user = user
    func folder(_ variable: String) -> URL? {
      // The specification says that a relative path in these variables is to be passed over.
      environment[variable].flatMap { $0.hasPrefix("/") ? URL(filePath: $0, directoryHint: .isDirectory) : nil }
    }
    #if os(macOS)
      let data = user.appending(path: "Library/Application Support/learn", directoryHint: .isDirectory)
      let caches = user.appending(path: "Library/Caches/learn", directoryHint: .isDirectory)
    #else
      let data = user.appending(path: ".local/share/learn", directoryHint: .isDirectory)
      let caches = user.appending(path: ".cache/learn", directoryHint: .isDirectory)
    #endif
    if let chosen = environment["LEARN_HOME"], !chosen.isEmpty {
      home = URL(filePath: chosen, directoryHint: .isDirectory)
      cache = home.appending(path: "cache", directoryHint: .isDirectory)
    } else {
      home = folder("XDG_DATA_HOME")?.appending(path: "learn", directoryHint: .isDirectory) ?? data
      cache = folder("XDG_CACHE_HOME")?.appending(path: "learn", directoryHint: .isDirectory) ?? caches
    }
    let installed = executable.deletingLastPathComponent().deletingLastPathComponent().appending(path: "share/learn")
    bundledCourse = Self.isCourse(installed) ? installed : Self.course(above: executable)
  }

  /// The file of this very process.
  package static var running: URL {
    Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments.first ?? "learn")
  }

  /// The course that commands act on: the one that was chosen, by its folder or the name of an added course, else the
  /// one in the current folder or above it, else the bundled one.
  package func courseFolder(_ chosen: String? = nil) throws -> URL {
    if let chosen {
      let folder = URL(filePath: chosen, directoryHint: .isDirectory)
      if Self.isCourse(folder) { return folder }
      let register = try TrustStore(home: home)
      if let entry = register.entry(named: chosen) { return entry.folder.url }
      let known = register.entries.filter(\.isAdded).map(\.folder.name)
      throw UnknownName(
        kind: .course, name: chosen, known: known, suggestion: Suggestion.closest(to: chosen, in: known))
    }
    if let folderAtHand { return folderAtHand }
    guard let bundledCourse else {
      throw Failure(
        "there is no course here, and none beside \(executable.path)",
        help: "go to a folder that has Lessons/course.yml, or install again with `make install`", status: .noInput)
    }
    return bundledCourse
  }

  /// The course in the current folder or above it.
  package var folderAtHand: URL? {
    Self.course(above: current.appending(path: "x"))
  }

  /// Whether the current folder lies in the bundled course: then it is the author's own.
  package var isInBundledCourse: Bool {
    folderAtHand?.path == bundledCourse?.path
  }

  /// Whether it is the folder of the course that came with learn.
  package func isBundled(_ course: URL) -> Bool {
    bundledCourse.map { FolderPath($0) == FolderPath(course) } ?? false
  }

  package static func isCourse(_ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "Lessons/course.yml").path)
  }

  private static func course(above file: URL) -> URL? {
    var folder = file.deletingLastPathComponent().standardizedFileURL
    while true {
      if isCourse(folder) { return folder }
      let parent = folder.deletingLastPathComponent().standardizedFileURL
      if parent.path == folder.path || folder.path == "/" { return nil }
      folder = parent
    }
  }
}
