import Events
import Figures

/// The rows below a coloured plane that say which colour is which class: `class ●0 ●1`.
struct LegendText {
  private let lines: [[ClassColours.Entry]]
  private static let head = "class"

  init(_ plane: Plane, width: Int) {
    var lines: [[ClassColours.Entry]] = []
    var columns = Self.head.count
    for entry in ClassColours(plane).entries {
      let needed = entry.label.count + 2
      if lines.isEmpty || columns + needed > max(1, width) {
        if !lines.isEmpty { columns = -1 }
        lines.append([])
      }
      lines[lines.count - 1].append(entry)
      columns += needed
    }
    self.lines = lines
  }

  var rows: Int { lines.count }

  func lines(_ colours: Screen.Colours) -> [Panel.Row] {
    lines.enumerated().map { index, entries in
      let parts = entries.map { entry -> String in
        let colour = CellColour(red: Int(entry.red), green: Int(entry.green), blue: Int(entry.blue))
        return colour.code(38, colours) + "●\u{1B}[0m" + entry.label
      }
      let labels = entries.reduce(0) { $0 + $1.label.count + 2 } - 1
      let head = index == 0 ? Self.head + " " : ""
      return Panel.Row(text: head + parts.joined(separator: " "), columns: head.count + labels)
    }
  }
}
