import Course

/// A cell and the cells that it needs, as the single Swift file that is compiled.
package struct CellProgram: Equatable, Sendable {
  /// The cell that was asked for; what the others say is not shown.
  package let cell: Cell
  /// The cells that run in front of it.
  package let needed: [Cell]

  package init(_ cell: Cell, needing needed: [Cell] = []) {
    self.cell = cell
    self.needed = needed
  }

  /// The names that the cells declare with `parameter("name", …)`; `nil` where one has a name that only its run can
  /// tell.
  package var parameterNames: [String]? { (needed + [cell]).firstArguments(of: "parameter") }

  /// The code by which, natively, a training can be stopped and taken up again.
  private static let keeping = """
    #if !hasFeature(Embedded)
    if let run = KeptRun.current {
      keepTrainings(
        in: run.file, of: run.identity, resumes: run.resumes, isAskedToStop: { KeptRun.isAskedToStop },
        stopped: KeptRun.stop)
    }
    #endif

    """
  private static let saving = """
    #if !hasFeature(Embedded)
    saveTrainings()
    #endif

    """

  /// The file `main.swift`. `#sourceLocation` lets the compiler and a crash speak of the lesson's own lines.
  package var source: String {
    var text = EmbeddedModules.ofCells.map { "import \($0)\n" }.joined()
    // What the library has to say about a wrong shape, the cell says, as one of its events.
    text += "failureHandler = { stop($0, line: $1) }\n"
    text += Self.keeping
    for cell in needed + [cell] {
      text += "beginCell(\"\(cell.id)\")\n"
      text += "#sourceLocation(file: \"\(Self.escaped(cell.file))\", line: \(cell.firstLine))\n"
      text += cell.code.hasSuffix("\n") ? cell.code : cell.code + "\n"
      text += "#sourceLocation()\n"
    }
    return text + Self.saving + "finishCell()\n"
  }

  /// The name of a file as it stands in a literal: a learner's own version may lie anywhere.
  private static func escaped(_ path: String) -> String {
    path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
