extension Course {
  /// The files that lie in the course's folder.
  package var files: CourseFiles { CourseFiles(folder) }

  /// Returns the path from the course's folder to which a relative path in one of its files leads; `nil` where it leads
  /// out of it.
  ///
  /// - Parameters:
  ///   - path: as written, without query and fragment.
  ///   - file: the file in which it is written, such as `Lessons/01-judge-or-maker.md`.
  package func path(to path: String, from file: String) -> String? {
    let folder = file.split(separator: "/").dropLast()
    return CourseFiles.names(on: folder.joined(separator: "/") + "/" + path)?.joined(separator: "/")
  }
}
