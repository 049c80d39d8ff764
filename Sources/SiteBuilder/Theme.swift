import Foundation
import Mustache

/// What the pages look like: templates, and the files that the pages load.
struct Theme {
  private let folder: URL
  private let templates: MustacheLibrary
  /// Styles, scripts and pictures, with their paths in the site.
  let files: [(path: String, source: URL)]

  init(folder: URL) throws(SiteError) {
    self.folder = folder
    var templates = MustacheLibrary()
    for file in try Self.contents(of: folder.appending(path: "templates")) where file.pathExtension == "mustache" {
      let text: String
      do {
        text = try String(contentsOf: file, encoding: .utf8)
      } catch {
        throw .cannotRead(path: file.path, reason: error.localizedDescription)
      }
      do {
        try templates.register(text, named: file.deletingPathExtension().lastPathComponent)
      } catch {
        throw .faultyTemplate(path: file.path, reason: "\(error)")
      }
    }
    self.templates = templates
    var files: [(path: String, source: URL)] = []
    for kind in ["styles", "scripts", "pictures"] {
      for file in try Self.contents(of: folder.appending(path: kind)) {
        files.append((kind + "/" + file.lastPathComponent, file))
      }
    }
    self.files = files
  }

  /// The template of this name with its fields filled in.
  func render(_ name: String, _ fields: Fields) throws(SiteError) -> String {
    guard let html = templates.render(fields, withTemplate: name) else {
      throw .noTemplate(name: name, folder: folder.path)
    }
    return html
  }

  private static func contents(of folder: URL) throws(SiteError) -> [URL] {
    do {
      return try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles
      ).sorted { $0.lastPathComponent < $1.lastPathComponent }
    } catch {
      throw .cannotRead(path: folder.path, reason: error.localizedDescription)
    }
  }
}
