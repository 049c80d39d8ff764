import Course
import Foundation
import SiteBuilder
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The course that this project ships.
@Suite struct OwnCourseTests {
  @Test func buildsWithoutAProblem() throws {
    let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let course = CourseReader.read(project)
    #expect(course.problems.isEmpty, "\(course.problems)")
    let output = URL(filePath: NSTemporaryDirectory()).appending(path: "learn-site-\(UUID().uuidString)")
    let pages = try SiteBuilder(theme: project.appending(path: "site")).build(course, to: output)
    #expect(pages == course.lessons.count + 2)
    for file in try FileManager.default.subpathsOfDirectory(atPath: output.path) where file.hasSuffix(".html") {
      let parser = XMLParser(data: try Data(contentsOf: output.appending(path: file)))
      #expect(parser.parse(), "\(file):\(parser.lineNumber): \(String(describing: parser.parserError))")
    }
    try FileManager.default.removeItem(at: output)
  }
}
