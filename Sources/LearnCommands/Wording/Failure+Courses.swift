extension CourseBindings.Other {
  /// Why a course may be another one.
  func sentence(_ course: CourseBindings.Named) -> String {
    switch self {
    case .bundled: "This course calls itself `\(course.id ?? "")`, as the one that came with learn does."
    case .claimed(let folder): "This course calls itself `\(course.id ?? "")`, as the one in \(folder) does."
    case .gone(let folder): "A course of this title was in \(folder), and is there no longer."
    }
  }
}

extension Failure {
  /// Whether a course is one that was used before is for the learner to say.
  init(undecided course: CourseBindings.Named, _ other: CourseBindings.Other) {
    let sentence = other.sentence(course).dropLast()
    let folder = Shell.path(course.folder.text)
    self.init(
      "\(sentence.prefix(1).lowercased() + sentence.dropFirst()): your progress in it is kept apart",
      help: "if it is that course, moved or copied, say `learn course add \(folder) --same`; if it is another one, "
        + "`learn course add \(folder) --apart`", status: .data)
  }

  init(damagedBindings path: String) {
    self.init(
      "\(path) is damaged: under which ids your progress in courses is kept cannot be read",
      help: "put a copy of it in its place; or take it away: the course that came with learn and courses that have an "
        + "`id`, or a title of their own, go on, others begin anew", status: .data)
  }

  /// `--same` where there is nothing to be the same as.
  init(nothingLike course: CourseBindings.Named) {
    self.init(
      "no other course has the id of this one" + (course.id == nil ? ", and none of its title is gone" : ""),
      help: "leave `--same` out: your progress in it is its own", status: .usage)
  }
}
