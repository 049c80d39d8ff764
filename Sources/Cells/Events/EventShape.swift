/// How much a line of JSON would take to read, by its bytes: what reads JSON makes dozens of bytes of one comma.
struct EventShape {
  /// More than any event has.
  static let mostFields = 100
  /// A shorter line is harmless, whatever is in it.
  private static let harmless = 64 << 10

  /// Values in lists, the lists themselves, and fields.
  private(set) var values = 0
  /// Fields of the event, and of objects in it, which no event has.
  private(set) var fields = 0

  init(_ line: ArraySlice<UInt8>) {
    guard line.count > Self.harmless else { return }
    line.withUnsafeBufferPointer { bytes in
      var isInString = false
      var index = 0
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "\""): isInString.toggle()
        // Whatever comes behind it belongs to the string.
        case UInt8(ascii: "\\"): index += 1
        case UInt8(ascii: ","), UInt8(ascii: "["): if !isInString { values += 1 }
        case UInt8(ascii: ":"): if !isInString { fields += 1 }
        default: break
        }
        index += 1
      }
    }
  }
}
