/// A key that somebody pressed.
package enum Key: Equatable, Sendable {
  case space, enter, escape, backspace, delete, up, down, left, right, home, endKey, pageUp, pageDown
  /// An arrow to the side together with Ctrl or Alt.
  case wordLeft, wordRight
  case character(Character)
  /// A letter together with Ctrl.
  case control(Character)
  /// A character together with Alt.
  case alternate(Character)
  /// Text that was pasted: it is no keys, whatever it says.
  case pasted(String)
  /// A key that sends a longer sequence, such as F5: nobody has asked for it.
  case other
  /// Ctrl-C, or a signal that ends the program.
  case interrupt
  /// Not a key: the window has another size, or the command was suspended and goes on.
  case resized
  /// Not a key: none came in time.
  case late
  /// The input is over.
  case end
}
