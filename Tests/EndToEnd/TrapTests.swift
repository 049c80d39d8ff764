import Foundation
import TestSupport
import Testing

/// Cells that Swift stops: the true cause and its line are told.
@Suite struct TrapTests {
  struct Stop: CustomTestStringConvertible {
    let code: String
    /// The line in the cell, from 1; `nil` where it cannot be known.
    let line: Int?
    let sentence: String
    var testDescription: String { code }

    init(_ code: String, _ line: Int?, _ sentence: String) {
      (self.code, self.line, self.sentence) = (code, line, sentence)
    }
  }

  /// Zero, which the compiler cannot know.
  static let zero = "let zero = Int(seed) * 0\n"

  static let stops = [
    Stop("\(zero)text(\"\\(7 / zero)\")", 2, "a whole number is divided by zero"),
    Stop("\(zero)text(\"\\(7 % zero)\")", 2, "a whole number is divided by zero"),
    Stop(
      "func part(_ x: Int) -> Int {\n  100 / x\n}\n\(zero)text(\"\\(part(zero))\")", 2,
      "a whole number is divided by zero"),
    Stop("var n: UInt8 = 250\nfor _ in 0..<10 { n += 1 }", 2, "a result is too large or too small for its type"),
    Stop("\(zero)let n = UInt(zero) - 1", 2, "a result is too large or too small for its type"),
    Stop("\(zero)let n = UInt8(300 + zero)", 2, "a number does not fit into the type that it is turned into"),
    Stop("let x: Float = 1e30\nlet n = Int(x)", 2, "a number does not fit into the type that it is turned into"),
    Stop(
      "let x = Float.nan\ntext(\"\\(Int(x))\")", 2,
      "what is infinite, or not a number, cannot become a whole number"),
    Stop("let a = [1, 2]\n\(zero)text(\"\\(a[zero + 2])\")", 3, "an index is out of range"),
    Stop("var a = [1, 2]\n\(zero)a[zero + 5] = 3\ntext(\"\\(a)\")", 3, "an index is out of range"),
    Stop("let b = [1, 2].first { $0 > 3 }\ntext(\"\\(b!)\")", 2, "a value is `nil` where there must be one"),
    Stop("let d = [\"a\": 1]\ntext(\"\\(d[\"b\"]!)\")", 2, "a value is `nil` where there must be one"),
    Stop("var a: [Int] = []\na.removeLast()", 2, "an element is taken away where there is none"),
    Stop(
      "\(zero)let a = [Float](repeating: 0, count: zero - 3)\ntext(\"\\(a)\")", 2, "a count is negative"),
    Stop("for i in 7..<3 { text(\"\\(i)\") }", 1, "a range ends before it begins"),
    Stop("precondition(1 > 2, \"one is not larger\")", 1, "a condition that is set here does not hold"),
    Stop("if seed < 9 { fatalError() }", 1, "the cell ends itself with `fatalError`"),
    Stop("if seed < 9 { fatalError(\"too small\") }", 1, "too small"),
    Stop(
      "let a: Any = 3\ntext(a as! String)", 2, "a value of type Int is no String, as `as!` says that it is"),
    Stop(
      "func f(_ n: Int) -> Int {\n  1 + f(n + 1) * 2\n}\ntext(\"\\(f(1))\")", 2,
      "f calls itself again and again, most likely without end"),
    Stop(
      "enum Fault: Error { case large(Int) }\nfunc f(_ x: Int) throws -> Int {\n  if x > 2 { throw Fault.large(x) }\n"
        + "  return x\n}\nlet a = try f(1)\nlet b = try f(3)", 3, "an error that nothing catches: Fault.large(3)"),
  ]

  @Test func theTrueCauseIsTold() throws {
    let course = try FaultyCells(Self.stops.map(\.code))
    for (index, stop) in Self.stops.enumerated() {
      let result = try course.run(index)
      #expect(result.status == 70, "\(stop)")
      let place = stop.line.map { "\(course.file):\(course.firstLines[index] + $0 - 1)" } ?? course.file
      let here = stop.line == nil ? "" : " here"
      #expect(
        result.errors.hasPrefix("\(place): error: the cell stopped\(here): \(stop.sentence)\n"), "\(result.errors)")
    }
  }

  /// What only the linker notices is told like any other fault, without a word of where it was compiled.
  @Test func aMissingFunctionIsTold() throws {
    let course = try FaultyCells(["@_silgen_name(\"no_such_function\") func none() -> Int\ntext(\"\\(none())\")"])
    let result = try course.run(0)
    #expect(result.status == 70)
    #expect(
      result.errors.hasPrefix(
        "\(course.file):\(course.firstLines[0] + 1):1: error: there is no function no_such_function\n"),
      "\(result.errors)")
    for word in ["TemporaryDirectory", "cache", "␊", "ld.lld"] { #expect(!result.errors.contains(word)) }
  }
}

/// A course of cells each of which is at fault.
struct FaultyCells {
  let file = "Lessons/faults.md"
  /// The first line of each cell.
  let firstLines: [Int]
  private let course: TemporaryFolder
  private let command: LearnCommand

  init(_ cells: [String]) throws {
    course = try TemporaryFolder()
    try course.create("Lessons/course.yml", "title: Faults\npromise: Each has one.\nlessons: [faults.md]\n")
    var lesson =
      "---\nid: faults\ntitle: Faults\nsummary: One each.\noutcomes: [See them]\nreading: 1\npractice: 1\ndifficulty: core\n---\n"
    var firstLines: [Int] = []
    for (index, code) in cells.enumerated() {
      lesson += "\n```swift\n//| id: fault-\(index)\n"
      firstLines.append(lesson.count { $0 == "\n" } + 1)
      lesson += "\(code)\n```\n"
    }
    self.firstLines = firstLines
    try course.create(file, lesson)
    command = try LearnCommand(in: course.url)
  }

  func run(_ index: Int) throws -> LearnCommand.Result { try command.run("run", "fault-\(index)") }
}
