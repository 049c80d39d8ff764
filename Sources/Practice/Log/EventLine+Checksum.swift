import Numerics

extension EventLine {
  /// The checksum that an event's row keeps: it tells whether the event is still what was recorded. Never 0.
  ///
  /// A field that is not there leaves no trace: one that a later version adds changes no checksum of before.
  package var checksum: Int64 {
    var hash = FNV1a()
    func add(_ field: UInt8, number: UInt64?) {
      guard let number else { return }
      hash.combine(field)
      for shift in stride(from: UInt64(0), to: 64, by: 8) { hash.combine(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    func add(_ field: UInt8, _ number: (some FixedWidthInteger)?) {
      add(field, number: number.map { UInt64(truncatingIfNeeded: $0) })
    }
    // SQLite keeps no −0.
    func add(_ field: UInt8, real: Double?) { add(field, number: real.map { $0 == 0 ? 0 : $0.bitPattern }) }
    func add(_ field: UInt8, text: String?) {
      guard let text else { return }
      hash.combine(field)
      hash.combine(text)
      // No byte of a text.
      hash.combine(0xFF)
    }
    add(1, text: device)
    add(2, counter)
    add(3, at)
    add(4, text: session)
    add(5, text: event)
    add(6, text: exercise)
    add(7, text: item)
    add(8, text: kind)
    add(9, text: given)
    add(10, real: mark)
    add(11, rating)
    add(12, real: seconds)
    add(13, hints)
    add(14, confidence)
    add(15, text: lesson)
    add(16, section)
    add(17, text: undone?.device)
    add(18, undone?.counter)
    add(19, until)
    add(20, text: name)
    add(21, text: value)
    add(22, text: course)
    return hash.value == 0 ? 1 : Int64(bitPattern: hash.value)
  }
}
