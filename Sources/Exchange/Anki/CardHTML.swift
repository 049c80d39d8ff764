import Course
import Files
import Foundation
import Markup
import Mathematics
import Practice
import Progress

/// The course's Markdown as other tools have it, with pictures beside it.
struct CardHTML: HTMLHooks {
  enum Formulas {
    /// Formulas between `\(` and `\)`, which MathJax sets.
    case mathJax
    case mathML
  }

  let course: Course
  /// The course's file that the links are relative to.
  let file: String
  let media: Media
  /// The prefix of a picture's name.
  var pictures = ""
  var formulas = Formulas.mathJax

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

  /// Returns the question as HTML: the title, then the prompt.
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
    return Shuffle.neverSolved(items.count, seed: Shuffle.seed(of: exercise.id)).map { items[$0] }
  }

  func write(_ block: Block, to writer: inout HTMLWriter<CardHTML>) -> Bool {
    guard case .codeBlock(let code) = block.kind, code.language == "math" else { return false }
    writer.write(html: "<p>\(formula(code.literal.trimmed, isDisplay: true))</p>\n")
    return true
  }

  private func formula(_ tex: String, isDisplay: Bool) -> String {
    let source = tex.escapedForHTML
    switch formulas {
    case .mathJax: return isDisplay ? "\\[\(source)\\]" : "\\(\(source)\\)"
    case .mathML:
      do throws(FormulaError) {
        return try Formula.parse(tex).mathML(display: isDisplay)
      } catch {
        // A course with a faulty formula is told so when it is read; its source says more than nothing.
        return source
      }
    }
  }

  func write(_ inline: Inline, to writer: inout HTMLWriter<CardHTML>) -> Bool {
    switch inline.kind {
    case .mathematics(let tex):
      writer.write(html: formula(tex, isDisplay: false))
    case .image(let image):
      guard case .path(let address) = Destination(image.address) else { return false }
      let words = image.content.plainText
      guard let path = course.path(to: String(address.prefix { $0 != "#" && $0 != "?" }), from: file),
        let name = media.add(path)
      else {
        writer.write(text: words)
        return true
      }
      writer.write(html: "<img src=\"\(pictures)\(name)\" alt=\"\(words.escapedForHTML)\" />")
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
  /// The names of the pictures by their paths from the course's folder.
  private var names: [String: String] = [:]
  private var taken: Set<String> = []
  /// The names of those that were asked for since it was emptied.
  var used: Set<String> = []
  private let courseFiles: CourseFiles
  /// The first that could not be read.
  private(set) var failure: ExchangeError?

  init(_ course: Course) {
    courseFiles = course.files
  }

  /// Returns the suffix that tells a picture's kind, with its point; empty where it is no plain word, and could mean
  /// something in a page or an archive.
  private static func suffix(of path: String) -> String {
    let suffix = URL(filePath: path).pathExtension.lowercased()
    let isPlain = suffix.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard isPlain, (1...8).contains(suffix.utf8.count) else { return "" }
    return ".\(suffix)"
  }

  /// The name of the picture at this path; `nil` where the course has none there.
  func add(_ path: String) -> String? {
    if let name = names[path] {
      used.insert(name)
      return name
    }
    do throws(CourseFiles.Refusal) {
      let content = try courseFiles.data(at: path)
      let hash = SHA256(of: content).digest.prefix(10).hexadecimal
      let name = "learn-\(hash)\(Self.suffix(of: path))"
      if taken.insert(name).inserted { files.append((name, content)) }
      names[path] = name
      used.insert(name)
      return name
    } catch {
      switch error {
      case .missing, .outside, .hidden, .folder: break
      case .special, .tooLarge, .unreadable:
        failure = failure ?? .refused(Problem(Problem.Kind(error, path), file: path))
      }
      return nil
    }
  }
}
