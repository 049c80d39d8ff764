import Course

/// A picture that stands for a lesson: the last one that its cells showed.
struct Cover {
  /// The path of the picture in the site.
  let path: String
  let alternative: String
}

/// The first page: what the course promises, and its lessons.
struct IndexPage {
  let fields: Fields

  /// - Parameter covers: by lesson, the picture that stands for it.
  init(_ course: Course, covers: [String: Cover]) {
    let frame = CourseFields(course: course)
    var fields = frame.fields(title: nil, description: course.promise, rootPath: "./")
    fields["numerals"] = (0...9).map { String($0) }
    fields["lessons"] = course.lessons.map { lesson in
      var entry = frame.entry(lesson)
      entry["cover"] = covers[lesson.id].map { ["source": $0.path, "alternative": $0.alternative] as Fields }
      return entry
    }
    fields["start"] = course.lessons.first.map { frame.entry($0) }
    self.fields = fields
  }
}
