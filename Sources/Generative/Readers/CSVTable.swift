/// A table of numbers, with commas between them (RFC 4180; fields may be quoted, blank lines are passed over).
public struct CSVTable: Equatable, Sendable {
  /// Names of the columns; empty where the file has no header.
  public private(set) var header: [String] = []
  public private(set) var columns = 0
  /// `[rows, columns]`.
  public private(set) var values: [Float] = []

  public var rows: Int { columns == 0 ? 0 : values.count / columns }

  /// - Parameter hasHeader: whether the first line holds names.
  /// - Throws: `DataError` with the line and column at fault.
  public init(_ bytes: [UInt8], hasHeader: Bool = false) throws(DataError) {
    if bytes.count >= 2, bytes[0] == 0x1F, bytes[1] == 0x8B { throw .compressed }
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 1
    var expectsHeader = hasHeader
    while position < bytes.count {
      let first = line
      let fields = try CSVTable.record(bytes, &position, &line)
      if fields.count == 1, fields[0].isEmpty { continue }
      if columns == 0 { columns = fields.count }
      if fields.count != columns { throw .columns(line: first, found: fields.count, expected: columns) }
      if expectsHeader {
        header = fields.map { String(decoding: $0, as: UTF8.self) }
        expectsHeader = false
        continue
      }
      for (column, field) in fields.enumerated() {
        guard let value = Float(decimal: field) else { throw .notANumber(line: first, column: column + 1) }
        values.append(value)
      }
    }
    if values.isEmpty { throw .empty }
  }

  /// The fields of one record, and the position after its line end.
  private static func record(
    _ bytes: [UInt8], _ position: inout Int, _ line: inout Int
  ) throws(DataError) -> [[UInt8]] {
    var fields: [[UInt8]] = [[]]
    var quoteLine: Int?
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == 10 { line += 1 }
      switch byte {
      case 34 where quoteLine != nil:
        if position < bytes.count, bytes[position] == 34 {  // two marks inside a quoted field stand for one
          fields[fields.count - 1].append(34)
          position += 1
        } else {
          quoteLine = nil
        }
      case 34 where fields[fields.count - 1].isEmpty: quoteLine = line
      case _ where quoteLine != nil: fields[fields.count - 1].append(byte)
      case 44: fields.append([])
      case 13: continue
      case 10: return fields
      default: fields[fields.count - 1].append(byte)
      }
    }
    if let quoteLine { throw .openQuote(line: quoteLine) }
    return fields
  }

  /// All columns but `labelColumn` as inputs, divided by `scale`; that one as classes.
  public func dataset(labelColumn: Int = 0, classes: Int, scale: Float = 1) throws(DataError) -> Dataset {
    var inputs: [Float] = []
    var labels: [Int] = []
    for row in 0..<rows {
      for column in 0..<columns where column != labelColumn { inputs.append(values[row * columns + column] / scale) }
      let value = values[row * columns + labelColumn]
      guard value >= 0, value < Float(classes), value == value.rounded() else { throw .label(value, row: row) }
      labels.append(Int(value))
    }
    return Dataset(inputs: inputs, labels: labels, features: columns - 1, classes: classes)
  }
}

extension Float {
  /// A decimal number like -12.5e3, with spaces around it; `nil` for anything else. (The standard library's own
  /// parser is not there in WebAssembly.)
  init?(decimal bytes: [UInt8]) {
    var rest = bytes[...]
    while rest.first == 32 || rest.first == 9 { rest = rest.dropFirst() }
    while rest.last == 32 || rest.last == 9 { rest = rest.dropLast() }
    var negative = false
    if let sign = rest.first, sign == 43 || sign == 45 {
      negative = sign == 45
      rest = rest.dropFirst()
    }
    var digits: UInt64 = 0
    var found = false
    var exponent = 0
    var afterPoint = false
    while let byte = rest.first, (48...57).contains(byte) || (byte == 46 && !afterPoint) {
      rest = rest.dropFirst()
      if byte == 46 {
        afterPoint = true
        continue
      }
      found = true
      if digits < 100_000_000_000_000_000 {
        digits = digits &* 10 &+ UInt64(byte - 48)  // below 10¹⁸: no overflow
        if afterPoint { exponent -= 1 }
      } else if !afterPoint {
        exponent += 1  // digits beyond the seventeenth change nothing in a Float
      }
    }
    if !found { return nil }
    if let mark = rest.first, mark == 69 || mark == 101 {
      rest = rest.dropFirst()
      let down = rest.first == 45
      if down || rest.first == 43 { rest = rest.dropFirst() }
      if rest.isEmpty { return nil }
      var power = 0
      while let byte = rest.first, (48...57).contains(byte) {
        power = min(9999, power * 10 + Int(byte - 48))
        rest = rest.dropFirst()
      }
      exponent += down ? -power : power
    }
    if !rest.isEmpty { return nil }
    var value = Double(digits)
    if value != 0 {
      var power = 1.0
      for _ in 0..<min(exponent.magnitude, 400) { power *= 10 }
      value = exponent < 0 ? value / power : value * power
    }
    self = Float(negative ? -value : value)
  }
}
