import Course
import Foundation
import Messages
import Progress

/// The courses that are on this machine, and the progress in each.
package struct CourseCatalog {
  package let directories: Directories

  package init(_ directories: Directories) { self.directories = directories }

  package func trustStore() throws -> TrustStore { try TrustStore(home: directories.home) }

  /// The sound course in the folder.
  package func course(_ folder: String) throws -> Course {
    let place = URL(filePath: folder, directoryHint: .isDirectory)
    guard Directories.isCourse(place) else {
      throw Failure(
        "there is no course in \(folder)", help: "a course is a folder that has Lessons/course.yml", status: .noInput)
    }
    let course = CourseReader.read(place, sources: directories.bundledCourse)
    guard course.problems.isEmpty else { throw Problems(course.problems) }
    return course
  }

  /// Returns the word that means the course in a command typed here: its folder's name where that means no other, else
  /// its path.
  package func argument(for folder: URL) throws -> String {
    let path = FolderPath(folder), name = path.name
    let others = try trustStore().entries.filter { $0.folder.name == name && $0.folder != path }
    let isElsewhere = Directories.isCourse(URL(filePath: name, directoryHint: .isDirectory))
    return others.isEmpty && !isElsewhere && !name.hasPrefix("-") ? Shell.word(name) : Shell.path(path.text)
  }

  /// Returns the id under which the progress in a course is kept, what else counts for it, and the other course that it
  /// may be, where that is for the learner to say: until they do, its progress is kept apart.
  ///
  /// - Parameter isKept: whether what is found is written.
  package func identity(of course: CourseBindings.Named, isKept: Bool = true) throws -> CourseIdentity {
    let bundled = directories.isBundled(course.folder.url) ? course : directories.bundledName
    return try CourseBindings.change(in: directories, isKept: isKept) { bindings in
      let found = bindings.bind(course, bundled: bundled, isCourse: Directories.isCourse(at:))
      return CourseIdentity(
        id: found.id, inheritance: Inheritance(heirs: bindings.heirs, former: bindings.former), other: found.other)
    }
  }

  /// Keeps what the learner has said. Returns with whose course it is one; `nil` where it is apart.
  @discardableResult
  package func decide(_ course: CourseBindings.Named, isSame: Bool) throws -> CourseBindings.Other? {
    try CourseBindings.change(in: directories) { bindings in
      bindings.decide(course, isSame: isSame, bundled: directories.bundledName, isCourse: Directories.isCourse(at:))
    }
  }
}

/// The id under which the progress in a course is kept.
package struct CourseIdentity {
  package var id: String
  /// The other courses and ids whose progress counts for it.
  package var inheritance: Inheritance
  /// The other course that it may be; `nil` where that is known.
  package var other: CourseBindings.Other?
}
