import Cells
import Foundation

extension Failure {
  /// Why a cell does not run in a browser. `course` is where the lesson's file is, for the line that is shown.
  init(webAssembly error: WebAssemblyError, in course: URL?) {
    switch error {
    case .noSources(let searched):
      self.init(
        "the model library's sources are missing; looked in \(searched)", help: "install again with `make install`",
        status: .unavailable)
    case .noLinker(let searched):
      self.init(
        "this Swift toolchain cannot make WebAssembly: it lacks \(searched)",
        help: "install a toolchain from https://www.swift.org/install; those of Xcode cannot", status: .unavailable)
    case .libraryDoesNotCompile(let target, let output):
      self.init("", status: .software)
      wholeText = "error: \(target) does not compile for browsers with this Swift compiler\n\(output)"
    case .unsupported(let messages):
      self.init("", status: .data)
      wholeText = Self.unsupportedText(messages, in: course)
    case .noNode:
      self.init(
        "there is no Node, in which cells run as in a browser: no `node` on the search path",
        help: "install Node 20 or newer from https://nodejs.org", status: .unavailable)
    case .hostFailed(let output):
      self.init("", status: .software)
      wholeText = "error: Node could not run the cell\n\(output)"
    }
  }

  /// Our sentence and the line first, then what the compiler says.
  private static func unsupportedText(_ messages: [CompilerMessage], in course: URL?) -> String {
    let excerpts = Excerpts(of: course)
    return messages.filter { $0.severity == .error }.map { message in
      let place = message.file.isEmpty ? "" : "\(message.file):\(message.line):\(message.column): "
      var text = "\(place)error: \(BrowserLimit.sentence(for: message.text))\n"
      if !message.file.isEmpty { text += excerpts.text(message.file, message.line, message.column) }
      return text + "the compiler says: \(message.text)\nhelp: \(BrowserLimit.help(for: message.text))\n"
    }.joined(separator: "\n")
  }
}

/// What the Swift of a browser lacks, and what to write instead.
enum BrowserLimit {
  /// Words of a compiler's message, and the help for it.
  private static let known: [(words: String, help: String)] = [
    ("no such module", "a cell of the course imports nothing: the model library has what it needs"),
    ("key path", "write a closure in place of the key path: `{ $0.name }`"),
    (
      input, "a number that the reader may set is `parameter(\"name\", 1, in: 0...10)`"
    ),
    ("_swift_stdlib_strto", "numbers cannot be read from text there: write the number itself"),
    ("existential", "write `some P`, or a generic function, in place of `any P`"),
    ("protocol type", "write `some P`, or a generic function, in place of `any P`"),
    ("'Any'", "say the type in place of `Any`"),
    ("extra argument", "`print` takes one text there: print(\"a \\(a), b \\(b)\")"),
    ("extra arguments", "`print` takes one text there: print(\"a \\(a), b \\(b)\")"),
    ("async", "a cell is one thread: nothing in it may be `async`"),
    ("concurrency", "a cell is one thread: nothing in it may be `async`"),
    ("throw", "say which error is thrown: `throws(MyError)`, or return `nil`"),
    ("metatype", "types are no values there: write a `switch`, or a generic function"),
    ("weak", "there is no `weak` and no `unowned` there"),
    ("unowned", "there is no `weak` and no `unowned` there"),
  ]

  private static let input = "swift_stdlib_readLine"

  static func sentence(for message: String) -> String {
    message.contains(input)
      ? "readLine: a cell has no input" : "this works in the terminal, but not in the reader’s browser"
  }

  static func help(for message: String) -> String {
    known.first { message.contains($0.words) }?.help
      ?? "write it with what Embedded Swift has; see “Two builds of one library” in docs/webassembly.md"
  }
}
