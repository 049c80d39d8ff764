import Course

/// The fields that every page has: the frame around its own content.
struct CourseFields {
  let course: Course

  /// - Parameters:
  ///   - title: of the page itself; `nil` on the first page.
  ///   - current: the lesson whose page it is.
  func fields(
    title: String?, description: String, rootPath: String, current: Lesson? = nil, isGlossary: Bool = false
  ) -> Fields {
    [
      "course": [
        "title": course.title,
        "promise": course.promise,
        "authors": course.authors.isEmpty ? course.title : course.authors.joined(separator: ", "),
        "licence": course.licence,
        "licenceURL": Self.licences[course.licence] ?? "",
        "glossaryURL": course.glossary.isEmpty ? "" : SiteAddress.glossary,
        "lessons": map(around: current),
      ] as Fields,
      "page": [
        "title": title.map { "\($0) · \(course.title)" } ?? course.title,
        "description": description,
        "rootPath": rootPath,
        "language": course.language,
        "isGlossary": isGlossary,
      ] as Fields,
    ]
  }

  /// The lesson as lists show it.
  func entry(_ lesson: Lesson, isCurrent: Bool = false) -> Fields {
    [
      "id": lesson.id,
      "number": lesson.number,
      "digits": String(lesson.number).map { String($0) },
      "title": lesson.title,
      "summary": lesson.summary,
      "url": SiteAddress.page(of: lesson),
      "reading": lesson.readingMinutes,
      "practice": lesson.practiceMinutes,
      "difficulty": lesson.difficulty.rawValue,
      "current": isCurrent,
    ]
  }

  /// The lessons in the header: all of them, or where they are many, the neighbours.
  private func map(around current: Lesson?) -> [Fields] {
    let few = 12
    let lessons = course.lessons.filter { lesson in
      course.lessons.count <= few || current.map { abs($0.number - lesson.number) <= 2 } ?? false
    }
    return lessons.map { entry($0, isCurrent: $0.id == current?.id) }
  }

  private static let licences = [
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
  ]
}
