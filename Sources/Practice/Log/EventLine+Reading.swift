import JSONLines

/// The reason why a line is no event that this version knows.
package enum EventLineError: Error, Equatable {
  case malformed
  /// A later version wrote it.
  case newer
}

extension EventLine {
  /// - Parameter line: the bytes of a line without its end.
  package init(_ line: ArraySlice<UInt8>) throws(EventLineError) {
    let object: JSONObject
    let version: Int
    do throws(JSONObject.Failure) {
      object = try JSONObject(line)
      version = try object.integer("v") ?? Self.version
    } catch { throw .malformed }
    // A newer form may differ in anything but its version.
    guard version <= Self.version else { throw .newer }
    do throws(JSONObject.Failure) { self = try EventLine(object) } catch { throw .malformed }
  }

  /// A field of another type makes the line a faulty one; what is not there is `nil`.
  private init(_ object: JSONObject) throws(JSONObject.Failure) {
    guard let v = try object.integer("v"), let device = try object.text("device"),
      let counter = try object.int64("counter"), let at = try object.int64("at"), let event = try object.text("event")
    else { throw .malformed }
    (self.v, self.device, self.counter, self.at, self.event) = (v, device, counter, at, event)
    session = try object.text("session")
    course = try object.text("course")
    exercise = try object.text("exercise")
    item = try object.text("item")
    kind = try object.text("kind")
    given = try object.text("given")
    mark = try Self.number("mark", object)
    if let number = try object.integer("rating") {
      guard let rating = UInt8(exactly: number) else { throw .malformed }
      self.rating = rating
    }
    seconds = try Self.number("seconds", object)
    hints = try object.integer("hints")
    confidence = try object.integer("confidence")
    lesson = try object.text("lesson")
    section = try object.integer("section")
    if let target = try object.object("undone") {
      guard let device = try target.text("device"), let counter = try target.int64("counter") else {
        throw .malformed
      }
      undone = EventID(device: device, counter: counter)
    }
    until = try object.int64("until")
    name = try object.text("name")
    value = try object.text("value")
    unproven = try object.flag("unproven")
  }

  private static func number(_ name: StaticString, _ object: JSONObject) throws(JSONObject.Failure) -> Double? {
    guard let number = try object.double(name) else { return nil }
    // SQLite keeps no −0.
    return number == 0 ? 0 : number
  }
}
