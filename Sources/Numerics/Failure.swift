/// The handler that is called where a program asks for something that has no meaning, like the product of shapes that
/// do not fit.
///
/// It is handed one sentence and the line of the cell that last called the library, `nil` when none is known, and must
/// not return. A host replaces it, to say the sentence where the learner looks (as an `error` event) before the process
/// ends: in WebAssembly a trap has no text of its own.
nonisolated(unsafe) public var failureHandler: (_ sentence: String, _ line: Int?) -> Never = { sentence, line in
  fatalError(sentence)
}

/// The line of the cell that was last seen calling the library, 0 when none was: the sentence of a failure names it.
///
/// Operators cannot take the line of their caller as an argument; functions and initialisers can, and note it here.
nonisolated(unsafe) package var lastCallerLine: UInt = 0

/// Hands a sentence to `failureHandler` unless the condition holds. The sentence is only put together when needed.
@inlinable @inline(__always)
package func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fail(message()) }
}

/// Ends the program with a sentence, and the line of the cell where it is known.
@usableFromInline
package func fail(_ message: String) -> Never {
  failureHandler(message, lastCallerLine == 0 ? nil : Int(lastCallerLine))
}

/// Remembers where the library was called from, unless that was the library itself.
package func noteCaller(_ file: StaticString, _ line: UInt) {
  if !file.begins(with: "Generative/") && !file.begins(with: "Learning/") && !file.begins(with: "Autodiff/") {
    lastCallerLine = line
  }
}

extension StaticString {
  fileprivate func begins(with prefix: StaticString) -> Bool {
    guard utf8CodeUnitCount >= prefix.utf8CodeUnitCount else { return false }
    for index in 0..<prefix.utf8CodeUnitCount where utf8Start[index] != prefix.utf8Start[index] { return false }
    return true
  }
}
