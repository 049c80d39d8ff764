import Foundation
import TestSupport
import Testing

@testable import Cells

/// Faults that learners make, in real cells: where they are, what is wrong, and what mends them.
@Suite struct CompileErrorTests {
  struct Fault: CustomTestStringConvertible {
    let code: String
    /// Line and column in the cell, from 1.
    let place: (line: Int, column: Int)
    let sentence: String
    let help: String?
    var testDescription: String { code }

    init(_ code: String, _ line: Int, _ column: Int, _ sentence: String, _ help: String?) {
      (self.code, self.place, self.sentence, self.help) = (code, (line, column), sentence, help)
    }
  }

  static let faults = [
    Fault(
      "let numbers = [1, 2]\ntext(\"\\(numbrs.count)\")", 2, 9, "nothing is called numbrs here", "did you mean numbers?"
    ),
    Fault("metrik(\"a\", 1)", 1, 1, "nothing is called metrik here", "did you mean metric?"),
    Fault("let a = [1, 2]\ntext(\"\\(a.cout)\")", 2, 11, "[Int] has nothing called cout", "did you mean count?"),
    Fault("let a: Flot = 1", 1, 8, "there is no type called Flot", "did you mean Float?"),
    Fault(
      "func f(of x: Int) -> Int { x }\nlet a = f(3)", 2, 11, "an argument lacks its name", "write `of:` in front of it"),
    Fault("text(line: \"a\")", 1, 5, "this argument has no name", "take `line:` away"),
    Fault("progress(1, off: 3)", 1, 9, "the argument is called `of:`, not `off:`", "write `of:`"),
    Fault("progress(3)", 1, 11, "the argument `of:` is missing", "add `of: …`"),
    Fault("text(\"a\", \"b\")", 1, 11, "there is an argument too many", "take it away, or look for a missing `)`"),
    Fault(
      "let a: Int = 3\nlet b: Float = a", 2, 16, "this is an Int, and a Float is wanted", "write `Float(a)`"),
    Fault(
      "let a = [3]\nlet b: Float = a.count", 2, 18, "this is an Int, and a Float is wanted",
      "write `Float(…)` around it"),
    Fault(
      "let a: Float = 3\nlet b: Double = a", 2, 17, "this is a Float, and a Double is wanted", "write `Double(a)`"),
    Fault(
      "let a: Float = 3\nlet b: Int = a", 2, 14, "this is a Float, and an Int is wanted",
      "write `Int(a)`; it cuts off what stands behind the point"),
    Fault(
      "let a = 0.5\nmetric(\"x\", a)", 2, 13, "this is a Double, and a Float is wanted",
      "write `Float(a)`, or give its `let` the type: `let x: Float = 0.5`"),
    Fault(
      "let a = 3\nlet b: Float = 2\nlet c = a * b", 3, 11, "`*` does not go between Int and Float",
      "make both the same type, for example `Float(…)` around the Int"),
    Fault(
      "let z: Float = 3\nlet x = 2\nlet w = z * Double(x)", 3, 11, "`*` does not go between Float and Double",
      "make both the same type, for example `Float(…)` around the Double"),
    Fault(
      "let a = 3\nlet b = 0.5\nlet c = b * a", 3, 11, "`*` does not go between Double and Int",
      "make both the same type, for example `Double(…)` around the Int"),
    Fault(
      "let a = \"x\"\nlet b = 3\nlet c = a * b", 3, 11, "`*` does not go between String and Int",
      "make both the same type"),
    Fault("text(3)", 1, 6, "this is of type Int, and text is wanted", "write it into a string: \"\\(…)\""),
    Fault(
      "summary = 3", 1, 1, "nothing is called summary here",
      "check how it is written, or make it with `let summary = …`; what an earlier cell makes is there with `//| needs:`"
    ),
    Fault("let a = \"abc\ntext(a)", 1, 9, "this text has no end", "add a `\"` behind it"),
    Fault("for i in 0..<3 {\n  text(\"\\(i)\")", 1, 16, "this `{` is never closed", "add the `}`"),
    Fault("text(\"a\")\n}", 2, 1, "this `}` closes nothing", "take it away, or look for a missing `{`"),
    Fault("let a = 3\na = 4", 2, 1, "a was made with `let` and cannot change", "make it with `var`"),
    Fault("let a = [3]\na.append(4)", 2, 3, "a was made with `let` and cannot change", "make it with `var`"),
    Fault("let a = 3\na += 4", 2, 3, "a was made with `let` and cannot change", "make it with `var`"),
    Fault("let a = 3\nlet a = 4", 2, 5, "there is something called a already", "choose another name"),
    Fault(
      "let a: Int? = 3\nlet b = a + 1", 2, 9, "this may be nil",
      "say what holds then: `value ?? 0`, or `if let value { … }`"),
    Fault(
      "let a = 3\nif a { text(\"x\") }", 2, 4, "a condition is true or false, not Int", "compare it, as in `x != 0`"),
    Fault("var a = 3\nif a = 3 { text(\"x\") }", 2, 6, "`=` sets a value and compares nothing", "write `==`"),
    Fault("let a = []", 1, 9, "nothing says what the empty array is to hold", "give its type: `let a: [Float] = []`"),
    Fault("var a = 3\na++", 2, 2, "Swift has no `++`", "write `+= 1`"),
    Fault(
      "for i in 5 { text(\"\\(i)\") }", 1, 10, "a loop cannot go through a value of type Int",
      "for numbers, write `for i in 0..<n`"),
    Fault(
      "func f() throws -> Int { 3 }\nfunc g() -> Int { f() }", 2, 19, "this call may fail",
      "write `try` in front of it, and `throws` behind the parentheses of the function that it stands in"
    ),
    Fault(
      "func f() -> Int {\n  let a = 3\n  text(\"\\(a)\")\n}", 4, 1,
      "this global function ends without returning its Int", "add `return …`"),
    Fault("let a: UInt8 = 300", 1, 16, "300 does not fit into UInt8", "choose a larger type: Int"),
    Fault("let x: Float = 2\ntext(\"\\(sqrt(x))\")", 2, 9, "nothing is called sqrt here", "write `x.squareRoot()`"),
    Fault(
      "let y = pow(2.0, 3.0)", 1, 9, "nothing is called pow here",
      "write `exp(y * log(x))` for a positive x, or `x * x`"),
    Fault("let y = floor(2.5)", 1, 9, "nothing is called floor here", "write `x.rounded(.down)`"),
    Fault("let y = log2(2.5)", 1, 9, "nothing is called log2 here", "write `log(x) / log(2)`"),
    Fault(
      "let y = atan2(2.5, 1)", 1, 9, "nothing is called atan2 here",
      "`import Foundation` has it; a browser has no Foundation"),
    Fault(
      "let x: Float = 3\nlet s = String(format: \"%.3f\", x)", 2, 9,
      "`String(format:)` belongs to Foundation, and this cell has none of it", "write `decimal(x, 2)`"),
    Fault(
      "let x: Float = 3\ntext(\"x \\(String(format: \"%.3f\", x))\")", 2, 17,
      "`String(format:)` belongs to Foundation, and this cell has none of it", "write `decimal(x, 2)`"),
    Fault(
      "let (a, b) = (1, 2, 3)", 1, 14, "as many values are wanted as there are names",
      "`_` takes a value that needs no name"),
    Fault("let x = 2\nif x = 3 { text(\"a\") }", 2, 6, "`=` sets a value and compares nothing", "write `==`"),
    Fault(
      "let t = Tensor([1, 2, 3])", 1, 9, "a Tensor cannot be made by itself: it belongs to a tape",
      "write `let tape = Tape(seed: seed)`, then `tape.constant([1, 2, 3], [3])`: the numbers and their shape"),
    // Neither is there, so neither is meant.
    Fault(
      "a\nb", 1, 1, "nothing is called a here",
      "check how it is written, or make it with `let a = …`; what an earlier cell makes is there with `//| needs:`"),
    // Where we know no better, the compiler's words stand alone.
    Fault("let f = { $0 }", 1, 9, "cannot infer type of closure parameter '$0' without a type annotation", nil),
  ]

  @Test func faultsAreTold() throws {
    let course = try FaultyCells(Self.faults.map(\.code))
    for (index, fault) in Self.faults.enumerated() {
      let result = try course.run(index)
      #expect(result.status == 70, "\(fault)")
      let lines = result.errors.split(separator: "\n").map(String.init)
      let line = course.firstLines[index] + fault.place.line - 1
      #expect(lines.first == "\(course.file):\(line):\(fault.place.column): error: \(fault.sentence)", "\(fault)")
      let mark = String(repeating: " ", count: fault.place.column + 1) + "^"
      #expect(lines.dropFirst(2).first == mark, "\(fault)\n\(result.errors)")
      let rest = lines.dropFirst(3)
      if let help = fault.help {
        #expect(rest.first == "help: \(help)", "\(fault)")
        #expect(rest.dropFirst().first?.hasPrefix("the compiler says: ") == true, "\(fault)\n\(result.errors)")
      } else {
        #expect(!result.errors.contains("the compiler says"), "\(fault)")
      }
      #expect(lines.last?.hasSuffix("and run the cell again.") == true, "\(fault)")
    }
  }
  /// What follows from a fault is none of its own.
  @Test func aFaultIsToldOnce() throws {
    let cells = [
      "let x = 2\nif x = 3 { text(\"a\") }", "let t = Tensor([1, 2, 3], [3])",
      "let x: Float = 3\ntext(\"x \\(String(format: \"%.3f\", x))\")",
    ]
    let course = try FaultyCells(cells)
    for index in cells.indices {
      let errors = try course.run(index).errors
      #expect(errors.ranges(of: ": error: ").count == 1, "\(errors)")
      #expect(errors.contains("Mend this line,"), "\(errors)")
    }
    // Neither of two hides the other.
    let two = "let x: Float = 3\nprint(String(format: \"%.1f\", x), String(format: \"%.2f\", x))"
    let errors = try FaultyCells([two]).run(0).errors
    #expect(errors.ranges(of: ": error: ").count == 2, "\(errors)")
    #expect(errors.contains("decimal(x, 2)"), "\(errors)")
  }

  /// What we say should be written can be written.
  @Test func whatIsToBeWrittenCompiles() throws {
    let suggestions = CompilerWording.instead.values.flatMap { $0.split(separator: "`") }
      .filter { !$0.hasPrefix(" for ") && !$0.contains("…") && $0 != "nil" }
    #expect(suggestions.count > 30)
    let cell =
      "let x: Float = 2.5, y: Float = 3, a: [Float] = [1, 2], n = 3\n"
      + "let tape = Tape(seed: seed)\nlet t = tape.constant([1, 2, 3], [3])\ntext(decimal(x, 2))\n"
      + Set(suggestions).sorted().map { "_ = \($0)\n" }.joined()
    let result = try FaultyCells([cell]).run(0)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == "2.50\n")
  }
}
