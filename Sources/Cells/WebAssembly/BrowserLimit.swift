/// The parts of Swift that a browser lacks, and what to write instead.
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
