import Course
import Files
import Foundation
import Progress

extension CourseBindings {
  /// Does something with the bindings, and keeps them where that has changed them.
  ///
  /// - Parameter isKept: whether they are written at all.
  /// - Throws: `ProgressError` where they cannot be written.
  package static func change<Result>(
    in directories: Directories, isKept: Bool = true, _ body: (inout CourseBindings) throws -> Result
  ) throws -> Result {
    let file = file(directories)
    let former = try read(file)
    var bindings = try former ?? migrated(directories)
    let result = try body(&bindings)
    if !isKept || bindings == former { return result }
    do {
      try PrivateFolder.make(directories.home)
      // Another command may have changed them meanwhile.
      return try PrivateFile.change(file) {
        var bindings = try read(file) ?? migrated(directories)
        let result = try body(&bindings)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return (try encoder.encode(bindings), result)
      }
    } catch let error as CourseBindingsError {
      throw error
    } catch {
      throw ProgressError(error, path: file.path)
    }
  }

  /// Takes over, where a backup is restored on a new machine, what counted for each course when it was made.
  package static func inherit(from store: ProgressStore, in directories: Directories) throws {
    if try read(file(directories)) != nil { return }
    let kept = try store.inheritance()
    try change(in: directories) { bindings in
      bindings.heirs += kept.heirs.filter { !bindings.heirs.contains($0) }
      bindings.former.merge(kept.former) { here, _ in here }
    }
  }

  private static func file(_ directories: Directories) -> URL { directories.home.appending(path: "course-ids.json") }

  /// `nil` where there is no file.
  private static func read(_ file: URL) throws -> CourseBindings? {
    struct Version: Decodable { var version: Int }
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    do {
      let data = try Data(contentsOf: file)
      guard try JSONDecoder().decode(Version.self, from: data).version <= version else {
        throw ProgressError.newer(path: file.path)
      }
      return try JSONDecoder().decode(CourseBindings.self, from: data)
    } catch let error as ProgressError {
      throw error
    } catch is DecodingError {
      throw CourseBindingsError.damaged(path: file.path)
    } catch {
      throw ProgressError.cannotRead(path: file.path, detail: error.localizedDescription)
    }
  }

  /// Returns the bindings of the courses that the register knew before there were bindings.
  private static func migrated(_ directories: Directories) throws -> CourseBindings {
    let known = try TrustStore(home: directories.home).entries.filter { $0.since == nil }.map { entry in
      let name = CourseReader.name(of: entry.folder.url)
      return Named(folder: entry.folder, id: name.id, title: name.title)
    }
    return migrated(known, bundled: directories.bundledName, isCourse: Directories.isCourse(at:))
  }
}

extension Directories {
  /// The name that the bundled course gives itself; `nil` where there is no bundled course.
  package var bundledName: CourseBindings.Named? {
    bundledCourse.map { folder in
      let name = CourseReader.name(of: folder)
      return CourseBindings.Named(folder: FolderPath(folder), id: name.id, title: name.title)
    }
  }

  package static func isCourse(at path: FolderPath) -> Bool { isCourse(path.url) }
}

extension Course {
  /// The course's own name, and the folder where it lies.
  package var named: CourseBindings.Named {
    CourseBindings.Named(folder: FolderPath(folder), id: id, title: title)
  }
}
