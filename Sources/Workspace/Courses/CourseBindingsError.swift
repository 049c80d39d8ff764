import Messages

/// An error where it is not known under which id the progress in a course is kept.
package enum CourseBindingsError: Explained, Equatable {
  /// Whether a course is one that was used before is for the learner to say.
  case undecided(CourseBindings.Named, CourseBindings.Other)
  case damaged(path: String)
  /// There is nothing that the course could be the same as.
  case nothingLike(CourseBindings.Named)

  package var explanation: Explanation {
    switch self {
    case .undecided(let course, let other):
      let sentence = other.sentence(course).dropLast()
      let folder = Shell.path(course.folder.text)
      return Explanation(
        "\(sentence.prefix(1).lowercased() + sentence.dropFirst()): your progress in it is kept apart",
        help: "if it is that course, moved or copied, say `learn course add \(folder) --same`; if it is another one, "
          + "`learn course add \(folder) --apart`", status: .data)
    case .damaged(let path):
      return Explanation(
        "\(path) is damaged: under which ids your progress in courses is kept cannot be read",
        help:
          "put a copy of it in its place; or take it away: the course that came with learn and courses that have an "
          + "`id`, or a title of their own, go on, others begin anew", status: .data)
    case .nothingLike(let course):
      return Explanation(
        "no other course has the id of this one" + (course.id == nil ? ", and none of its title is gone" : ""),
        help: "leave `--same` out: your progress in it is its own", status: .usage)
    }
  }
}

extension CourseBindings.Other {
  /// Returns the sentence that says why a course may be another one.
  package func sentence(_ course: CourseBindings.Named) -> String {
    switch self {
    case .bundled: "This course calls itself `\(course.id ?? "")`, as the one that came with learn does."
    case .claimed(let folder): "This course calls itself `\(course.id ?? "")`, as the one in \(folder) does."
    case .gone(let folder): "A course of this title was in \(folder), and is there no longer."
    }
  }
}
