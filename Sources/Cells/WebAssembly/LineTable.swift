/// A table that tells to which line of a lesson the code of a WebAssembly module belongs, from its DWARF line table
/// (versions 4 and 5).
struct LineTable {
  /// The lines of interest: the lesson's file, and the lines of its cells.
  struct Sources {
    var file: String
    var lines: [ClosedRange<Int>]

    /// Whether a line is one of interest. At its top level a cell has the lesson's lines, but the generated file's
    /// name.
    fileprivate func has(_ file: String, _ line: Int) -> Bool {
      let name = file.split(separator: "/").last
      return (name == "main.swift" || name == self.file.split(separator: "/").last)
        && lines.contains { $0.contains(line) }
    }
  }

  struct Row: Equatable {
    /// The address, counted from the beginning of the code.
    var address: Int
    /// The lesson's line; 0 where the code belongs to none.
    var line: Int
  }

  /// The rows by address; each holds until the next.
  let rows: [Row]

  /// - Parameter calls: those of the module's first unit.
  init(
    program: ArraySlice<UInt8>, strings: ArraySlice<UInt8>, calls: InlinedCalls, sources: Sources, codeSize: Int
  ) throws {
    var lines = Lines(sources: sources, codeSize: codeSize)
    var files: [String]?
    var reader = ByteReader(program)
    while !reader.isAtEnd {
      let length = try reader.integer(4)
      let end = reader.position + length
      var unit = try Unit(&reader, strings: strings)
      files = files ?? unit.files
      while reader.position < end { try lines.run(&unit, &reader) }
    }
    // Neighbours with the same line are one.
    var rows: [Row] = []
    for (address, line) in lines.all(with: calls, files: files ?? []) where (rows.last?.line ?? 0) != line {
      rows.append(Row(address: address, line: line))
    }
    self.rows = rows
  }
}

/// The lines that line number programs tell, by address.
private struct Lines {
  let sources: LineTable.Sources
  let codeSize: Int
  private var lines: [Int: Int] = [:]
  /// The addresses at which functions end; the next may begin there.
  private var ends: Set<Int> = []

  init(sources: LineTable.Sources, codeSize: Int) {
    self.sources = sources
    self.codeSize = codeSize
  }

  /// Code without a line of the lesson has that of the innermost call it stands in which has one.
  func all(with calls: InlinedCalls, files: [String]) -> [(Int, Int)] {
    let own = lines.merging(ends.map { ($0, 0) }) { line, _ in line }
    let calls = calls.calls.filter { call in
      isCode(call.addresses.lowerBound) && files.indices.contains(call.file)
        && sources.has(files[call.file], call.line)
    }
    let addresses = Set(own.keys).union(calls.flatMap { [$0.addresses.lowerBound, $0.addresses.upperBound] })
    var line = 0
    // Those whose code has begun, and not ended.
    var waiting = calls.sorted { $0.addresses.lowerBound > $1.addresses.lowerBound }
    var open: [InlinedCalls.Call] = []
    return addresses.sorted().map { address in
      line = own[address] ?? line
      while let next = waiting.last, next.addresses.lowerBound <= address {
        open.append(next)
        waiting.removeLast()
      }
      open.removeAll { $0.addresses.upperBound <= address }
      let call = open.max { $0.depth < $1.depth }
      return (address, line == 0 ? call?.line ?? 0 : line)
    }
  }

  /// Functions that were left out have no address in the code.
  private func isCode(_ address: Int) -> Bool { address >= 1 && address <= codeSize }

  /// Carries out one instruction of a line number program (DWARF 5, 6.2.5).
  mutating func run(_ unit: inout LineTable.Unit, _ reader: inout ByteReader) throws {
    let opcode = Int(try reader.byte())
    if opcode >= unit.opcodeBase {
      let step = opcode - unit.opcodeBase
      unit.state.address &+= step / unit.lineRange
      unit.state.line &+= unit.lineBase + step % unit.lineRange
      return add(unit)
    }
    switch opcode {
    case 0:
      let length = try reader.unsigned()
      let end = try reader.end(of: length)
      switch try reader.byte() {
      case 1:
        ends.insert(unit.state.address)
        unit.state = LineTable.State()
      case 2: unit.state.address = try reader.integer(end - reader.position)
      default: break
      }
      try reader.skip(to: end)
    case 1: add(unit)
    case 2: unit.state.address &+= try reader.unsigned()
    case 3: unit.state.line &+= try reader.signed()
    case 4: unit.state.file = try reader.unsigned()
    case 8: unit.state.address &+= (255 - unit.opcodeBase) / unit.lineRange
    case 9: unit.state.address &+= try reader.integer(2)
    default: for _ in 0..<unit.operands[opcode - 1] { _ = try reader.unsigned() }
    }
  }

  private mutating func add(_ unit: LineTable.Unit) {
    guard isCode(unit.state.address) else { return }
    let state = unit.state
    let file = unit.files.indices.contains(state.file) ? unit.files[state.file] : ""
    lines[state.address] = sources.has(file, state.line) ? state.line : 0
  }
}

extension LineTable {
  fileprivate struct State {
    var address = 0
    var file = 1
    var line = 1
  }

  /// The header of a line number program (DWARF 5, 6.2.4).
  fileprivate struct Unit {
    var state = State()
    let lineBase: Int
    let lineRange: Int
    let opcodeBase: Int
    let operands: [UInt8]
    let files: [String]

    init(_ reader: inout ByteReader, strings: ArraySlice<UInt8>) throws {
      let version = try reader.integer(2)
      if version >= 5 { _ = try reader.bytes(2) }
      let headerLength = try reader.integer(4)
      let start = reader.position + headerLength
      _ = try reader.bytes(3)
      lineBase = Int(Int8(bitPattern: try reader.byte()))
      lineRange = max(1, Int(try reader.byte()))
      opcodeBase = Int(try reader.byte())
      operands = Array(try reader.bytes(max(0, opcodeBase - 1)))
      if version >= 5 {
        _ = try Self.entries(&reader, strings)
        files = try Self.entries(&reader, strings)
      } else {
        while try !reader.text().isEmpty {}
        var names = [""]
        while true {
          let name = try reader.text()
          if name.isEmpty { break }
          names.append(name)
          for _ in 0..<3 { _ = try reader.unsigned() }
        }
        files = names
      }
      try reader.skip(to: start)
    }

    /// A list of folders or files of version 5; the path of each.
    private static func entries(_ reader: inout ByteReader, _ strings: ArraySlice<UInt8>) throws -> [String] {
      var format: [(content: Int, form: Int)] = []
      for _ in 0..<(try reader.byte()) { format.append((try reader.unsigned(), try reader.unsigned())) }
      var paths: [String] = []
      for _ in 0..<(try reader.unsigned()) {
        var path = ""
        for (content, form) in format {
          var text = ""
          switch form {
          case 0x08: text = try reader.text()
          case 0x1F:
            var string = ByteReader(strings.dropFirst(try reader.integer(4)))
            text = try string.text()
          case 0x0F: _ = try reader.unsigned()
          case 0x1E: _ = try reader.bytes(16)
          case 0x0B: _ = try reader.byte()
          case 0x05: _ = try reader.bytes(2)
          default: throw WebAssemblyBinary.Malformed()
          }
          if content == 1 { path = text }
        }
        paths.append(path)
      }
      return paths
    }
  }
}
