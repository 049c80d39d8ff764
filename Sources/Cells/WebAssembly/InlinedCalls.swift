/// Calls whose code stands in that of the caller, from a module's `.debug_info` (DWARF 4, 3.3.8).
///
/// A check that stops the program, of an index for one, has no line of its own: it stands in such a call, and the call
/// has the line.
struct InlinedCalls {
  /// The sections of a module that it takes.
  struct Sections {
    var information: ArraySlice<UInt8>
    var abbreviations: ArraySlice<UInt8>
    var ranges: ArraySlice<UInt8>
  }

  struct Call {
    /// The addresses of the call's code, counted from the beginning of the code.
    var addresses: Range<Int>
    /// The number of calls that this one stands in.
    var depth: Int
    /// The place of the file in the list of files.
    var file: Int
    var line: Int
  }

  private(set) var calls: [Call] = []

  /// A cell is one unit of one compilation; other versions have other forms, and no calls here.
  init(_ sections: Sections) throws {
    var reader = ByteReader(sections.information)
    guard !reader.isAtEnd else { return }
    let end = try reader.integer(4) + reader.position
    guard try reader.integer(2) == 4 else { return }
    let shapes = try Self.shapes(sections.abbreviations.dropFirst(reader.integer(4)))
    _ = try reader.byte()
    var depth = 0
    while reader.position < end {
      let code = try reader.unsigned()
      guard code != 0 else {
        depth -= 1
        continue
      }
      guard let shape = shapes[code] else { throw WebAssemblyBinary.Malformed() }
      var values: [Attribute: Int] = [:]
      for (name, form) in shape.attributes {
        let value = try Self.value(form, &reader)
        if let name { values[name] = value }
      }
      if shape.isInlinedCall, let line = values[.line] {
        for addresses in try Self.addresses(values, sections.ranges) {
          calls.append(Call(addresses: addresses, depth: depth, file: values[.file] ?? 0, line: line))
        }
      }
      if shape.hasChildren { depth += 1 }
    }
  }

  private enum Attribute: Int {
    case low = 0x11
    case high = 0x12
    case ranges = 0x55
    case file = 0x58
    case line = 0x59
  }

  /// The structure of an entry, as the abbreviations declare it.
  private struct Shape {
    var isInlinedCall: Bool
    var hasChildren: Bool
    var attributes: [(name: Attribute?, form: Int)]
  }

  private static func shapes(_ bytes: ArraySlice<UInt8>) throws -> [Int: Shape] {
    var reader = ByteReader(bytes)
    var shapes: [Int: Shape] = [:]
    while true {
      let code = try reader.unsigned()
      guard code != 0 else { return shapes }
      var shape = Shape(
        isInlinedCall: try reader.unsigned() == 0x1D, hasChildren: try reader.byte() == 1, attributes: [])
      while true {
        let (name, form) = (try reader.unsigned(), try reader.unsigned())
        if name == 0, form == 0 { break }
        shape.attributes.append((Attribute(rawValue: name), form))
      }
      shapes[code] = shape
    }
  }

  private static func value(_ form: Int, _ reader: inout ByteReader) throws -> Int {
    switch form {
    case 0x19: return 1
    case 0x0B, 0x0C, 0x11: return Int(try reader.byte())
    case 0x05, 0x12: return try reader.integer(2)
    case 0x01, 0x06, 0x0E, 0x10, 0x13, 0x17: return try reader.integer(4)
    case 0x07, 0x14, 0x20: return try reader.integer(8)
    case 0x0D: return try reader.signed()
    case 0x0F, 0x15: return try reader.unsigned()
    case 0x08:
      _ = try reader.text()
      return 0
    case 0x09, 0x18:
      _ = try reader.bytes(reader.unsigned())
      return 0
    default: throw WebAssemblyBinary.Malformed()
    }
  }

  /// Returns the addresses of a call's code: one range, or those of a list that ends with two zeros.
  private static func addresses(_ values: [Attribute: Int], _ ranges: ArraySlice<UInt8>) throws -> [Range<Int>] {
    if let low = values[.low], let length = values[.high], length > 0 {
      let (high, isTooLarge) = low.addingReportingOverflow(length)
      guard !isTooLarge else { throw WebAssemblyBinary.Malformed() }
      return [low..<high]
    }
    guard let list = values[.ranges] else { return [] }
    var reader = ByteReader(ranges.dropFirst(list))
    var places: [Range<Int>] = []
    while true {
      let (low, high) = (try reader.integer(4), try reader.integer(4))
      guard high > 0 else { return places }
      if low < high { places.append(low..<high) }
    }
  }
}
