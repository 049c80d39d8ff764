import Course
import Foundation
import SiteBuilder

/// Pages of small courses, none of whose cells is run. What an author writes is never markup of the page.
struct Site: Fuzzer {
  static let name = "site"
  private let samples: CourseSamples

  init() throws { samples = try CourseSamples() }

  func input(_ mutator: inout Mutator) -> Input { samples.input(&mutator, isSmall: true) }

  func read(_ folder: URL, scratch: URL) throws {
    let course = CourseReader.read(folder, sources: Project.folder)
    guard course.problems.isEmpty else { throw Refused() }
    let site = scratch.appending(path: "site", directoryHint: .isDirectory)
    try mustSucceed("a course without a fault") {
      try SiteBuilder(theme: Project.folder.appending(path: "site")).build(course, to: site)
    }
    for path in try FileManager.default.subpathsOfDirectory(atPath: site.path) where path.hasSuffix(".html") {
      let page = try Data(contentsOf: site.appending(path: path))
      if page.range(of: Data("<fuzz".utf8)) != nil { throw Fault(message: "\(path) has the author's markup") }
    }
  }
}
