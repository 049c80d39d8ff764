import Course

/// The first page: what the course promises, and its lessons.
struct IndexPage {
  let fields: Fields

  init(_ course: Course) {
    let frame = CourseFields(course: course)
    var fields = frame.fields(title: nil, description: course.promise, rootPath: "./")
    fields["numerals"] = (0...9).map { String($0) }
    fields["lessons"] = course.lessons.map { frame.entry($0) }
    fields["start"] = course.lessons.first.map { frame.entry($0) }
    self.fields = fields
  }
}
