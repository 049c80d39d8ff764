import JSONLines

extension EventLine {
  /// The line without its end: fields in the order of their names, numbers in the fewest digits that tell them apart.
  package var bytes: [UInt8] {
    var line = JSONLine(escapes: .named)
    line.field("at", at)
    line.optional("confidence", confidence)
    line.field("counter", counter)
    line.optional("course", course)
    line.field("device", device)
    line.field("event", event)
    line.optional("exercise", exercise)
    line.optional("given", given)
    line.optional("hints", hints)
    line.optional("item", item)
    line.optional("kind", kind)
    line.optional("lesson", lesson)
    line.optional("mark", mark)
    line.optional("name", name)
    if let rating { line.field("rating", Int(rating)) }
    line.optional("seconds", seconds)
    line.optional("section", section)
    line.optional("session", session)
    if let undone { line.field("undone", Self.object(undone)) }
    if let unproven { line.field("unproven", unproven) }
    if let until { line.field("until", until) }
    line.field("v", v)
    line.optional("value", value)
    return line.closed()
  }

  private static func object(_ id: EventID) -> JSONLine {
    var object = JSONLine(escapes: .named)
    object.field("counter", id.counter)
    object.field("device", id.device)
    return object
  }
}

/// Fields that are left out where there is nothing to write.
extension JSONLine {
  fileprivate mutating func optional(_ name: StaticString, _ number: Int?) { if let number { field(name, number) } }
  fileprivate mutating func optional(_ name: StaticString, _ number: Double?) { if let number { field(name, number) } }
  fileprivate mutating func optional(_ name: StaticString, _ text: String?) { if let text { field(name, text) } }
}
