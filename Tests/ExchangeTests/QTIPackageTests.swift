import Course
import Foundation
import Practice
import Testing

@testable import Exchange

@Suite struct QTIPackageTests {
  /// Every file of the package against a grammar of what it uses, written from the standard's own schemas, and every
  /// reference against what is there.
  @Test(
    .enabled(
      if: Tool.path("xmllint") != nil && Tool.path("unzip") != nil,
      "no xmllint or no unzip: on Debian, apt-get install libxml2-utils unzip"))
  func thePackageIsAsTheStandardHasIt() throws {
    let course = try ExchangeCourse()
    let file = course.folder.appending(path: "package.zip")
    let report = try QTIPackage(course: course.course, lessons: course.course.lessons).write(to: file)
    let folder = course.folder.appending(path: "package")
    let unzipped = try Tool.run(try #require(Tool.path("unzip")), ["-q", file.path, "-d", folder.path])
    #expect(unzipped.status == 0, "\(unzipped.text)")
    let items = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "items").path)
    #expect(items.count == report.written)
    let schemas = ExchangeCourse.project.appending(path: "Tests/ExchangeTests/Schemas")
    let files = ["imsmanifest.xml": "manifest", "test.xml": "test"]
      .merging(items.map { ("items/\($0)", "item") }) { first, _ in first }
    for (name, schema) in files {
      let output = try Tool.run(
        try #require(Tool.path("xmllint")),
        [
          "--noout", "--nonet", "--relaxng", schemas.appending(path: "\(schema).rng").path,
          folder.appending(path: name).path,
        ])
      #expect(output.status == 0, "\(name): \(output.text)")
    }
    let manifest = try String(contentsOf: folder.appending(path: "imsmanifest.xml"), encoding: .utf8)
    let test = try String(contentsOf: folder.appending(path: "test.xml"), encoding: .utf8)
    for match in (manifest + test).matches(of: /href="([^"]+)"/) {
      #expect(FileManager.default.fileExists(atPath: folder.appending(path: String(match.1)).path))
    }
    for name in items {
      #expect(manifest.contains("href=\"items/\(name)\"") && test.contains("href=\"items/\(name)\""))
      let text = try String(contentsOf: folder.appending(path: "items/\(name)"), encoding: .utf8)
      let identifiers = Set(text.matches(of: /\sidentifier="([^"]+)"/).map { String($0.1) })
      // What is right is one of the choices, or a number.
      for match in text.matches(of: /<qti-value>([^<]+)<\/qti-value>/) {
        for word in match.1.split(separator: " ") where Double(word) == nil {
          #expect(identifiers.contains(String(word)), "\(name)")
        }
      }
    }
  }

  @Test func theSamePackageEveryTime() throws {
    let course = try ExchangeCourse()
    let files = ["1.zip", "2.zip"].map { course.folder.appending(path: $0) }
    for file in files { try QTIPackage(course: course.course, lessons: course.course.lessons).write(to: file) }
    #expect(try Data(contentsOf: files[0]) == Data(contentsOf: files[1]))
  }

  @Test func nothingIsWrittenOver() throws {
    let course = try ExchangeCourse()
    let file = course.folder.appending(path: "notes.txt")
    try Data("mine".utf8).write(to: file)
    let package = QTIPackage(course: course.course, lessons: course.course.lessons)
    #expect(throws: ExchangeError.alreadyThere(path: file.path)) { try package.write(to: file) }
    #expect(try Data(contentsOf: file) == Data("mine".utf8))
    try package.write(to: file, replacing: true)
    #expect(try Data(contentsOf: file).starts(with: [0x50, 0x4B, 3, 4]))
  }

  @Test func whatHasNoFormIsTold() throws {
    let course = try ExchangeCourse(exercises: "## Cards: c {#c}\n\n### Front\n\nBack.\n")
    let package = QTIPackage(course: course.course, lessons: course.course.lessons)
    let error = #expect(throws: ExchangeError.self) {
      try package.write(to: course.folder.appending(path: "package.zip"))
    }
    guard case .nothingToExport(let leftOut)? = error else { return #expect(Bool(false)) }
    #expect(leftOut.counts == [.cards: 1])
  }
}
