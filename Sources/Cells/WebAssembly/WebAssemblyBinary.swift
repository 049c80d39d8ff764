import Foundation

/// The sections of a linked WebAssembly module, for cutting away what only people who debug need.
struct WebAssemblyBinary {
  private struct Section {
    let id: UInt8
    /// A custom section has a name.
    let name: String?
    /// The range of the section, from its first byte to its last.
    let whole: Range<Int>
    /// The range of what follows the length, and the name.
    let content: Range<Int>
  }

  struct Malformed: Error {}

  /// The version of what `published` makes of a module. It changes with that, so that no module of an earlier version
  /// is taken for one.
  static let version = "published 3"

  private let bytes: [UInt8]
  private let sections: [Section]

  init(_ data: Data) throws {
    bytes = [UInt8](data)
    guard bytes.starts(with: [0, 0x61, 0x73, 0x6D, 1, 0, 0, 0]) else { throw Malformed() }
    var reader = ByteReader(bytes[8...])
    var sections: [Section] = []
    while !reader.isAtEnd {
      let start = reader.position
      let id = try reader.byte()
      let length = try reader.unsigned()
      let end = try reader.end(of: length)
      let name = id == 0 ? String(decoding: try reader.bytes(reader.unsigned()), as: UTF8.self) : nil
      guard reader.position <= end, end <= bytes.count else { throw Malformed() }
      sections.append(Section(id: id, name: name, whole: start..<end, content: reader.position..<end))
      try reader.skip(to: end)
    }
    self.sections = sections
  }

  /// Returns the module that a page gets: short numbers, no names, no debug information, and a section `lines` with the
  /// lines of the cells.
  ///
  /// `lines` is a list of pairs (LEB128): how many bytes further on in the module, and how many lines further on in the
  /// lesson. Line 0 is code of the library.
  func published(_ lines: LineTable.Sources) throws -> [UInt8] {
    var result = Array(bytes[..<8])
    var codeStart = 0
    guard let codeSection = sections.first(where: { $0.id == 10 }) else { throw Malformed() }
    let code = try CompactCode(bytes[codeSection.content], relocations: custom("reloc.CODE"))
    for section in sections where section.id != 0 {
      if section.id == 10 {
        result += [10] + LEB128.unsigned(code.bytes.count)
        codeStart = result.count
        result += code.bytes
      } else {
        result += bytes[section.whole]
      }
    }
    let table = try LineTable(
      program: custom(".debug_line"), strings: custom(".debug_line_str"),
      calls: InlinedCalls(
        InlinedCalls.Sections(
          information: custom(".debug_info"), abbreviations: custom(".debug_abbrev"), ranges: custom(".debug_ranges"))),
      sources: lines,
      codeSize: codeSection.content.count)
    var content = [UInt8(5)] + Array("lines".utf8)
    var (offset, line) = (0, 0)
    for row in table.rows {
      let address = codeStart + code.moved(row.address)
      content += LEB128.unsigned(address - offset) + LEB128.signed(row.line - line)
      (offset, line) = (address, row.line)
    }
    return result + [0] + LEB128.unsigned(content.count) + content
  }

  private func custom(_ name: String) -> ArraySlice<UInt8> {
    sections.first { $0.name == name }.map { bytes[$0.content] } ?? []
  }
}

/// Numbers of any size in bytes of seven bits, the low ones first.
enum LEB128 {
  static func unsigned(_ value: Int) -> [UInt8] {
    var (rest, bytes): (Int, [UInt8]) = (value, [])
    repeat {
      bytes.append(UInt8(rest & 0x7F) | (rest > 0x7F ? 0x80 : 0))
      rest >>= 7
    } while rest > 0
    return bytes
  }

  static func signed(_ value: Int) -> [UInt8] {
    var (rest, bytes): (Int, [UInt8]) = (value, [])
    while !(-0x40..<0x40).contains(rest) {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest & 0x7F)]
  }
}
