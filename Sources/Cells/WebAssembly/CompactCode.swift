/// A linked module's code with its numbers as short as they can be: a linker leaves five bytes for each index and
/// address, so that it can fill them in without moving anything. `--emit-relocs` has it tell where they are.
struct CompactCode {
  /// The section's content.
  private(set) var bytes: [UInt8]
  /// The places where code moved: behind each number and at the beginning of each function, before and after.
  private var places: [(before: Int, after: Int)]

  /// - Parameter relocations: the content of the module's section `reloc.CODE`; empty where nothing is to be shortened.
  init(_ code: ArraySlice<UInt8>, relocations: ArraySlice<UInt8>) throws {
    var numbers = try Self.numbers(relocations)[...]
    var reader = ByteReader(code)
    let count = try reader.unsigned()
    bytes = LEB128.unsigned(count)
    places = [(0, 0)]
    for _ in 0..<count {
      let length = try reader.unsigned()
      let end = reader.position + length
      var body: [UInt8] = []
      var moves = [(before: reader.position - code.startIndex, after: 0)]
      while let number = numbers.first, code.startIndex + number.offset < end {
        body += try reader.bytes(code.startIndex + number.offset - reader.position)
        body += number.isSigned ? LEB128.signed(try reader.signed()) : LEB128.unsigned(try reader.unsigned())
        moves.append((before: reader.position - code.startIndex, after: body.count))
        numbers.removeFirst()
      }
      body += try reader.bytes(end - reader.position)
      bytes += LEB128.unsigned(body.count)
      places += moves.map { ($0.before, bytes.count + $0.after) }
      bytes += body
    }
    places.append((reader.position - code.startIndex, bytes.count))
  }

  /// Returns the new address of what stood at an address of the code.
  func moved(_ address: Int) -> Int {
    var (low, high) = (0, places.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if places[middle].before <= address { low = middle } else { high = middle }
    }
    return places[low].after + address - places[low].before
  }

  /// Numbers of five bytes in the order of the code ("WebAssembly Object File Linking", relocation sections).
  private static func numbers(_ section: ArraySlice<UInt8>) throws -> [(offset: Int, isSigned: Bool)] {
    var numbers: [(offset: Int, isSigned: Bool)] = []
    guard !section.isEmpty else { return numbers }
    var reader = ByteReader(section)
    _ = try reader.unsigned()
    for _ in 0..<(try reader.unsigned()) {
      let kind = try reader.unsigned()
      let offset = try reader.unsigned()
      _ = try reader.unsigned()
      switch kind {
      case 0, 6, 7, 10, 20: numbers.append((offset, false))  // indices of functions, types, globals, tags, tables
      case 1, 12: numbers.append((offset, true))  // the place of a function in a table
      case 3, 4, 11:  // addresses; they have a number that is added
        _ = try reader.signed()
        numbers.append((offset, kind != 3))
      default: throw WebAssemblyBinary.Malformed()
      }
    }
    return numbers.sorted { $0.offset < $1.offset }
  }
}
