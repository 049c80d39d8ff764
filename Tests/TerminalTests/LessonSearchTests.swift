import Course
import Markup
import Testing

@testable import Terminal

/// Sections are found by words, in whatever case and with or without accents.
@Suite struct LessonSearchTests {
  @Test func allWordsMustBeThere() throws {
    let lessons = Fixture.course.lessons
    let title = try #require(lessons[0].sections.dropFirst().first?.title.plainText)
    let search = try #require(LessonSearch([title.uppercased()]))
    let hits = search.hits(in: lessons)
    #expect(hits.first?.section == 1)
    #expect(hits.first?.isInTitle == true)
    #expect(try #require(LessonSearch([title, "zzzz"])).hits(in: lessons).isEmpty)
    #expect(LessonSearch(["  ", ""]) == nil)
  }

  @Test func theFirstWordIsInSight() throws {
    let search = try #require(LessonSearch(["cafe"]))
    let text = String(repeating: "words and ", count: 12) + "then a Café at last"
    let line = search.excerpt(text, width: 40)
    #expect(line.width <= 40)
    #expect(line.spans.contains { $0.text == "Café" && $0.style == .bold }, "\(line)")
  }
}
