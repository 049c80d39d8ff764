import Foundation
import Markup
import Testing

@testable import Course

/// A lesson shows the lines of the library, wherever they stand by now.
@Suite struct CodeSliceTests {
  static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let source = """
    struct Model {
      // snippet.loss
      /// The loss.
      func loss() -> Int {
        1

      }
      // snippet.end

      // snippet.other
      let other = 2
      // snippet.end
    }
    """

  func code(_ part: Section.Part?) -> CodeBlock? {
    guard case .block(let block)? = part, case .codeBlock(let code) = block.kind else { return nil }
    return code
  }

  @Test func theLinesStandInTheLesson() throws {
    let course = try Fixture.read(
      Fixture.files([
        "Lessons/a.md": Fixture.lesson(id: "a", "Text.\n\n<!-- source: Sources/M/Model.swift#loss -->\n\nMore.\n"),
        "Sources/M/Model.swift": Self.source,
      ]))
    #expect(course.problems == [])
    let parts = course.lessons[0].sections[0].parts
    #expect(parts.count == 3)
    let block = try #require(code(parts[1]))
    #expect(block.language == "swift")
    #expect(block.literal == "/// The loss.\nfunc loss() -> Int {\n  1\n\n}\n")
  }

  @Test func inATabToo() throws {
    let tab = "<!-- tabs -->\n\n### One\n\n<!-- source: Sources/M/Model.swift#other -->\n\n<!-- /tabs -->\n"
    let course = try Fixture.read(
      Fixture.files(["Lessons/a.md": Fixture.lesson(id: "a", tab), "Sources/M/Model.swift": Self.source]))
    #expect(course.problems == [])
    guard case .tabs(let tabs)? = course.lessons[0].sections[0].parts.first else {
      Issue.record("no tabs")
      return
    }
    #expect(code(tabs[0].blocks.first.map { .block($0) })?.literal == "let other = 2\n")
  }

  @Test(arguments: [
    "Sources/A.swift", "Sources/A.swift#", "A.swift#loss", "Sources/../A.swift#loss", "Sources/A.md#loss",
    "/Sources/A.swift#loss", "Sources/A.swift#a#b",
  ]) func whatIsNoReference(text: String) {
    #expect(CodeSlice(text) == nil)
  }

  /// The slices that lessons are told of are there, and every slice of the library ends.
  @Test(arguments: [
    ("Autoencoders/VariationalAutoencoder", "loss"), ("Diffusion/Diffusion", "loss"),
    ("Diffusion/NoiseSchedule+Sampling", "sampler"),
    ("Adversarial/GenerativeAdversarialNetwork", "generator-loss"),
    ("Adversarial/GenerativeAdversarialNetwork", "discriminator-loss"),
  ]) func theLibraryHasIt(file: String, name: String) throws {
    let slice = try #require(CodeSlice("Sources/Generative/Models/\(file).swift#\(name)"))
    let places = [URL(filePath: "/nowhere"), Self.project].map { CourseFiles($0) }
    let text = try slice.source(in: places).text(of: slice.name)
    #expect(text.contains("func "))
    #expect(text.hasPrefix("///"))
  }
}

/// Set-up that a lesson does not show is compiled all the same.
@Suite struct HiddenLinesTests {
  func cell(_ code: String) throws -> Cell {
    let text = Fixture.lesson(id: "a", "```swift\n//| id: x\n\(code)\n```\n")
    let course = try Fixture.read(Fixture.files(["Lessons/a.md": text]))
    #expect(course.problems == [])
    return try #require(course.lessons[0].cells.first)
  }

  @Test func areCompiledAndNotListed() throws {
    let cell = try cell(
      "//| hide\nimport Foundation\n//| show\n\nlet x = 1\n  //| hide\n  let y = 2\n  //| show\nlet z = 3\n")
    #expect(cell.listing == "let x = 1\nlet z = 3\n")
    #expect(cell.code.hasPrefix("//| hide\nimport Foundation\n//| show\n\nlet x = 1\n"))
    // A compiler's message has the lesson's own line.
    #expect(cell.firstLine == 14)
  }

  @Test func withoutThemTheListingIsTheCode() throws {
    #expect(try cell("let x = 1\n\nlet y = 2").listing == "let x = 1\n\nlet y = 2\n")
    #expect(try cell("//| hide\nlet x = 1\n//| show").listing == "")
  }

  @Test(arguments: [
    ("//| show\nlet x = 1", ["14:1 //| show"]), ("//| hide\n//| hide\n//| show", ["15:1 //| hide"]),
    ("let x = 1\n//| hide\n//| show\n//| show", ["17:1 //| show"]), ("//| hide\nlet x = 1", ["14:1 //| hide"]),
  ]) func marksWithoutAPartnerAreTold(code: String, problems: [String]) throws {
    let text = Fixture.lesson(id: "a", "```swift\n//| id: x\n\(code)\n```\n")
    let course = try Fixture.read(Fixture.files(["Lessons/a.md": text]))
    #expect(
      course.problems.map { problem in
        guard case .unbalancedHiding(let mark) = problem.kind, let place = problem.position else { return "other" }
        return "\(place.line):\(place.column) \(mark)"
      } == problems)
  }
}
