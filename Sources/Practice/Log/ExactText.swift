/// A text that is itself to the byte.
///
/// Swift takes "é" and "e" with an accent behind it for one text, and SQLite for two: what decides whose row something
/// is must not be compared as a `String`.
@propertyWrapper
package struct ExactText: Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
  package var wrappedValue: String

  package init(wrappedValue: String) { self.wrappedValue = wrappedValue }

  package init(_ text: String) { wrappedValue = text }

  package init(stringLiteral text: String) { wrappedValue = text }

  package static func == (left: ExactText, right: ExactText) -> Bool {
    left.wrappedValue.utf8.elementsEqual(right.wrappedValue.utf8)
  }

  /// The order in which SQLite has them.
  package static func < (left: ExactText, right: ExactText) -> Bool {
    left.wrappedValue.utf8.lexicographicallyPrecedes(right.wrappedValue.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    var text = wrappedValue
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    // No byte of a text: where one ends and the next begins counts, too.
    hasher.combine(0xFF as UInt8)
  }
}

extension String {
  /// Whether both are the same to the byte.
  package func isSame(as other: String) -> Bool { ExactText(self) == ExactText(other) }
}
