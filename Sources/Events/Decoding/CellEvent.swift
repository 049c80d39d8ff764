import JSONLines
import Messages

/// An event and the id of the cell that it came from, where the line named one.
package struct CellEvent: Equatable, Sendable {
  package var cell: String?
  package var event: Event

  package init(cell: String?, event: Event) {
    self.cell = cell
    self.event = event
  }

  /// The event of a line.
  init(_ line: JSONObject) throws(JSONObject.Failure) {
    cell = try line.text("cell").map(visible)
    let version = try need(try line.integer("v"))
    guard version == Event.version else {
      event = .error(
        message: "the cell speaks version \(version) of the event format, this learn reads \(Event.version)", line: nil)
      return
    }
    event = try Event(line)
  }
}

/// The value, without which the event is none.
func need<Value>(_ value: Value?) throws(JSONObject.Failure) -> Value {
  guard let value else { throw .malformed }
  return value
}
