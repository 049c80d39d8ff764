import Course
import Foundation
import Markup
import Practice

/// Exercises as a QTI 3.0 package: a zip archive with a manifest, a test with a section for each lesson, and a file an
/// item. Sorts are match interactions, orderings order interactions, choices choice interactions; a number is a text
/// entry that is compared with its tolerance. Everything else is left out.
///
/// Source: 1EdTech, Question and Test Interoperability 3.0, information model and XML binding.
package struct QTIPackage {
  let course: Course
  let lessons: [Lesson]

  package init(course: Course, lessons: [Lesson]) {
    self.course = course
    self.lessons = lessons
  }

  @discardableResult
  package func write(to file: URL, replacing: Bool = false) throws(ExchangeError) -> ExportReport {
    let output = OutputFile(url: file, replacing: replacing)
    try output.check()
    var report = ExportReport(written: 0)
    let media = Media(course)
    var archive = ZipArchive()
    var sections: [(lesson: Lesson, items: [QTIItem])] = []
    for lesson in lessons {
      var items: [QTIItem] = []
      for exercise in lesson.exercises {
        let html = CardHTML(
          course: course, file: exercise.file, media: media, pictures: "../media/", formulas: .mathML)
        media.used = []
        guard var item = QTIItem(exercise, html, course.language) else {
          report.leftOut.add(exercise)
          continue
        }
        item.pictures = media.used.sorted()
        items.append(item)
      }
      sections.append((lesson, items))
    }
    if let failure = media.failure { throw failure }
    let items = sections.flatMap(\.items)
    guard !items.isEmpty else { throw .nothingToExport(report.leftOut) }
    report.written = items.count
    try archive.add("imsmanifest.xml", Data(manifest(items).utf8))
    try archive.add("test.xml", Data(test(sections).utf8))
    for item in items { try archive.add(item.path, Data(item.xml.utf8)) }
    for picture in media.files { try archive.add("media/\(picture.name)", picture.content) }
    try output.write(archive.data)
    return report
  }

  private func manifest(_ items: [QTIItem]) -> String {
    let resources = items.map { item in
      """
          <resource identifier="\(item.identifier)" type="imsqti_item_xmlv3p0" href="\(item.path)">
            <file href="\(item.path)"/>
      \(item.pictures.map { "      <file href=\"media/\($0)\"/>\n" }.joined())    </resource>

      """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="manifest">
        <metadata>
          <schema>QTI Package</schema>
          <schemaversion>3.0.0</schemaversion>
        </metadata>
        <organizations/>
        <resources>
          <resource identifier="test" type="imsqti_test_xmlv3p0" href="test.xml">
            <file href="test.xml"/>
      \(items.map { "      <dependency identifierref=\"\($0.identifier)\"/>" }.joined(separator: "\n"))
          </resource>
      \(resources.joined())  </resources>
      </manifest>

      """
  }

  private func test(_ sections: [(lesson: Lesson, items: [QTIItem])]) -> String {
    let texts = sections.filter { !$0.items.isEmpty }.map { lesson, items in
      let references = items.map {
        "      <qti-assessment-item-ref identifier=\"\($0.identifier)\" href=\"\($0.path)\"/>\n"
      }
      return """
            <qti-assessment-section identifier="lesson-\(lesson.number)" title="\(lesson.title.escapedForHTML)" visible="true">
        \(references.joined())    </qti-assessment-section>

        """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <qti-assessment-test xmlns="\(QTIItem.namespace)" identifier="test" title="\(course.title.escapedForHTML)">
        <qti-test-part identifier="part" navigation-mode="nonlinear" submission-mode="individual">
      \(texts.joined())  </qti-test-part>
      </qti-assessment-test>

      """
  }
}
