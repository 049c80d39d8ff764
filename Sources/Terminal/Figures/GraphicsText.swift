import Events
import Figures
import Files
import Foundation

/// A picture in its own pixels, for terminals that can show them.
struct GraphicsText {
  let columns: Int
  let rows: Int
  private let graphics: Screen.Graphics
  private let content: Content

  private enum Content {
    case png([UInt8])
    case sixels(String)
  }

  /// `nil` where the picture cannot be written as PNG.
  ///
  /// - Parameters:
  ///   - width: columns that the picture may take.
  ///   - rows: rows that it may take.
  init?(_ picture: Picture, width: Int, rows: Int, largestScale: Int, screen: Screen) {
    let cell = screen.cell
    let fitted = picture.fitting(
      width: width * cell.width, height: max(1, rows) * cell.height, largestScale: largestScale)
    if case .sixel = screen.graphics {
      content = .sixels(Sixel.sequence(fitted))
    } else {
      guard
        let png = PNG.encode(
          fitted.bytes, width: fitted.width, height: fitted.height, channels: fitted.channels.rawValue)
      else { return nil }
      content = .png(png)
    }
    graphics = screen.graphics
    columns = min(width, max(1, (fitted.width + cell.width - 1) / cell.width))
    self.rows = max(1, (fitted.height + cell.height - 1) / cell.height)
  }

  /// Shows the picture with its top left corner at the cursor.
  ///
  /// - Parameter place: a number for the picture on a screen that is drawn anew: the next one of that number takes its
  ///   place, and the cursor stays where it is. `nil` puts the cursor behind the picture's last row.
  func sequence(place: Int? = nil) -> String {
    switch content {
    // Saved and brought back where it is drawn into a screen: terminals leave the cursor in different places behind it.
    case .sixels(let text): return place == nil ? text : "\u{1B}7" + text + "\u{1B}8"
    case .png(let png): return sequence(png, place)
    }
  }

  private func sequence(_ png: [UInt8], _ place: Int?) -> String {
    let data = Data(png).base64EncodedString()
    switch graphics {
    case .none, .sixel: return ""
    case .iTerm:
      let stay = place == nil ? "" : ";doNotMoveCursor=1"
      return "\u{1B}]1337;File=inline=1;size=\(png.count);width=\(columns);height=\(rows)\(stay):\(data)\u{7}"
    case .kitty:
      // q=2: the terminal's answer would be taken for typed keys.
      var keys = "a=T,f=100,q=2,c=\(columns),r=\(rows)"
      if let place { keys += ",C=1,i=\(place),p=1" }
      var result = ""
      var rest = data[...]
      repeat {
        let piece = rest.prefix(4096)
        rest = rest.dropFirst(4096)
        result += "\u{1B}_G\(keys.isEmpty ? "" : keys + ",")m=\(rest.isEmpty ? 0 : 1);\(piece)\u{1B}\\"
        keys = "q=2"
      } while !rest.isEmpty
      return result
    }
  }

  /// Takes all pictures off the screen.
  static func clear(_ graphics: Screen.Graphics) -> String {
    graphics == .kitty ? "\u{1B}_Ga=d,d=A,q=2\u{1B}\\" : ""
  }
}
