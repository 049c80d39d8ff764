/// The text with an ellipsis in its middle where it is long: what a file says of itself may be of any length.
package func shortened(_ text: String, to length: Int = 240) -> String {
  guard text.utf8.count > length else { return text }
  let characters = text.count
  guard characters > length else { return text }
  return text.prefix(length * 2 / 3) + "…" + text.suffix(length / 3)
}
