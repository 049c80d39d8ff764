extension EventLine {
  /// `nil` for a line that is none of this version.
  package init?(_ object: JSONObject) {
    var fields = Fields(object: object)
    guard let v: Int = fields.integer("v"), let device = fields.text("device"),
      let counter: Int64 = fields.integer("counter"), let at: Int64 = fields.integer("at"),
      let event = fields.text("event")
    else { return nil }
    (self.v, self.device, self.counter, self.at, self.event) = (v, device, counter, at, event)
    (session, course) = (fields.text("session"), fields.text("course"))
    (exercise, item, kind, given) =
      (fields.text("exercise"), fields.text("item"), fields.text("kind"), fields.text("given"))
    (mark, rating, seconds) = (fields.number("mark"), fields.integer("rating"), fields.number("seconds"))
    (hints, confidence) = (fields.integer("hints"), fields.integer("confidence"))
    (lesson, section) = (fields.text("lesson"), fields.integer("section"))
    if let target = fields.object("undone") {
      var parts = Fields(object: target)
      guard let device = parts.text("device"), let counter: Int64 = parts.integer("counter") else { return nil }
      undone = EventID(device: device, counter: counter)
    }
    until = fields.integer("until")
    (name, value) = (fields.text("name"), fields.text("value"))
    unproven = fields.flag("unproven")
    guard fields.areSound else { return nil }
  }

  /// The version that a line says it is of, whatever else it says.
  package static func version(of object: JSONObject) -> Int? {
    var fields = Fields(object: object)
    return fields.integer("v")
  }

  /// Fields by their names; `nil` where there is none. One of another type makes the line a faulty one.
  private struct Fields {
    let object: JSONObject
    private(set) var areSound = true

    init(object: JSONObject) { self.object = object }

    mutating func text(_ name: String) -> String? {
      field(name) { if case .text(let text) = $0 { text } else { nil } }
    }

    mutating func number(_ name: String) -> Double? {
      field(name) {
        switch $0 {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
      }
    }

    mutating func integer<Number: FixedWidthInteger>(_ name: String) -> Number? {
      field(name) {
        switch $0 {
        case .integer(let number): Number(exactly: number)
        case .number(let number): Number(exactly: number)
        default: nil
        }
      }
    }

    mutating func flag(_ name: String) -> Bool? {
      field(name) { if case .flag(let flag) = $0 { flag } else { nil } }
    }

    mutating func object(_ name: String) -> JSONObject? {
      field(name) { if case .object(let object) = $0 { object } else { nil } }
    }

    private mutating func field<Value>(_ name: String, _ read: (JSONObject.Value) -> Value?) -> Value? {
      guard let value = object.values[ExactText(name)] else { return nil }
      if case .null = value { return nil }
      let result = read(value)
      if result == nil { areSound = false }
      return result
    }
  }
}
