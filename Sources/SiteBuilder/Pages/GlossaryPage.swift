import Course

/// The words of the field and what they mean, by name.
struct GlossaryPage {
  let fields: Fields

  /// `nil` for a course without a glossary.
  init?(_ course: Course) {
    guard !course.glossary.isEmpty else { return nil }
    var fields = CourseFields(course: course).fields(
      title: "Glossary", description: "The words of \(course.title), each in one sentence.", rootPath: "./",
      isGlossary: true)
    fields["terms"] = course.terms.map { ["id": $0.id, "name": $0.name, "definition": $0.definition] }
    self.fields = fields
  }
}
