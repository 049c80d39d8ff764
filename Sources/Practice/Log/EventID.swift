/// The name of an event on every machine: the store that recorded it, and its number there.
package struct EventID: Hashable, Comparable, Sendable {
  /// Sixteen hexadecimal digits, drawn at random when a store is made, copied or restored.
  @ExactText package var device: String
  /// 1, 2, 3, … in the order of recording.
  package var counter: Int64

  package init(device: String, counter: Int64) {
    self.device = device
    self.counter = counter
  }

  package static func < (left: EventID, right: EventID) -> Bool {
    (left._device, left.counter) < (right._device, right.counter)
  }
}
