import Course
import Crypto
import Foundation
import Markup
import Progress
import Scoring

/// The course's Markdown as cards have it: formulas between `\(` and `\)`, which MathJax sets, pictures beside them.
struct CardHTML: HTMLHooks {
  /// The folder of the file that the links are relative to.
  let folder: URL
  let media: Media

  func html(_ blocks: [Block]) -> String {
    var writer = HTMLWriter(self)
    writer.write(blocks)
    return writer.html
  }

  func html(_ inlines: [Inline]) -> String {
    var writer = HTMLWriter(self)
    writer.write(inlines)
    return writer.html
  }

  /// What is asked.
  func question(_ exercise: Exercise) -> String { "<p>\(html(exercise.title))</p>\n\(html(exercise.prompt))" }

  func list(_ tag: String, _ items: [String]) -> String {
    let name = tag.prefix { $0 != " " }
    return "<\(tag)>\n" + items.map { "<li>\($0)</li>\n" }.joined() + "</\(name)>\n"
  }

  /// A list with a sign before what is right or wrong, and the reason behind each item.
  func list(_ tag: String, _ items: [(text: String, reason: String, isRight: Bool?)]) -> String {
    list(
      tag,
      items.map { item in
        let sign = item.isRight.map { $0 ? "✓ " : "✗ " } ?? ""
        return (item.isRight == true ? "\(sign)<strong>\(item.text)</strong>" : sign + item.text) + "\n" + item.reason
      })
  }

  /// Always the same order, and not that of the file, which may give the answer away.
  func shuffled<Item>(_ items: [Item], _ exercise: Exercise) -> [Item] {
    let seed = ItemID(exercise: exercise.id, item: "").fingerprint
    return Shuffle.neverSolved(items.count, seed: seed).map { items[$0] }
  }

  func write(_ block: Block, to writer: inout HTMLWriter<CardHTML>) -> Bool {
    guard case .codeBlock(let code) = block.kind, code.language == "math" else { return false }
    writer.write(html: "<p>\\[")
    writer.write(text: code.literal.trimmingCharacters(in: .whitespacesAndNewlines))
    writer.write(html: "\\]</p>\n")
    return true
  }

  func write(_ inline: Inline, to writer: inout HTMLWriter<CardHTML>) -> Bool {
    switch inline.kind {
    case .mathematics(let tex):
      writer.write(html: "\\(")
      writer.write(text: tex)
      writer.write(html: "\\)")
    case .image(let image):
      guard case .path(let path) = Destination(image.address), let name = media.add(path, in: folder) else {
        return false
      }
      writer.write(html: "<img src=\"\(name)\" alt=\"\(image.content.plainText.escapedForHTML)\">")
    case .link(let link):
      // Only addresses of the web mean something outside the course.
      guard case .web = Destination(link.address) else {
        writer.write(link.content)
        return true
      }
      return false
    default: return false
    }
    return true
  }
}

/// Pictures that cards use, each once, under names that no other deck has.
final class Media {
  private(set) var files: [(name: String, content: Data)] = []
  private var names: [URL: String] = [:]
  /// The first that could not be read.
  private(set) var failure: ExchangeError?

  func add(_ path: String, in folder: URL) -> String? {
    let url = folder.appending(path: String(path.prefix { $0 != "#" && $0 != "?" })).standardizedFileURL
    if let name = names[url] { return name }
    do {
      let content = try Data(contentsOf: url)
      let hash = SHA256.hash(data: content).prefix(10).map { String(format: "%02x", $0) }.joined()
      let name = "learn-\(hash).\(url.pathExtension.lowercased())"
      if !names.values.contains(name) { files.append((name, content)) }
      names[url] = name
      return name
    } catch {
      failure = failure ?? .cannotRead(path: url.path(percentEncoded: false), detail: OutputFile.reason(error))
      return nil
    }
  }
}
