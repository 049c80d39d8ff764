import Course
import Mustache

/// The reader of a theme's templates, each of which can be filled in.
enum TemplateReader {
  private static let largest = 64 << 10

  /// - Parameter names: of files in `folder`.
  static func library(_ names: [String], in folder: String, of files: CourseFiles) throws(SiteError) -> MustacheLibrary
  {
    var library = MustacheLibrary()
    var graph = TemplateGraph()
    for file in names {
      let path = folder + "/" + file
      let content = try files.content(of: path, limit: largest)
      guard let text = String(validating: content, as: UTF8.self) else {
        throw .refused(Problem(.notUTF8, file: path))
      }
      let name = String(file.dropLast(".mustache".count))
      try told { () throws(TemplateFault) in
        let tags = try TemplateTags(text, file: path)
        graph.add(name, tags)
        do {
          try library.register(text, named: name)
        } catch {
          throw TemplateFault(error, in: path)
        }
      }
    }
    try told { () throws(TemplateFault) in try graph.check() }
    return library
  }

  private static func told(_ body: () throws(TemplateFault) -> Void) throws(SiteError) {
    do throws(TemplateFault) {
      try body()
    } catch {
      throw .faultyTemplate(error)
    }
  }
}
