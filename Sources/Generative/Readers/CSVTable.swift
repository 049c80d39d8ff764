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
    try self.init(ByteSource(bytes), header: hasHeader ? .isThere : .isNone, keepsValues: true)
  }

  /// Reads a table to its end and keeps nothing of it. A first line in which something is no number is a header.
  package static func check(_ source: ByteSource) throws(DataError) {
    _ = try CSVTable(source, header: .mayBeThere, keepsValues: false)
  }

  private enum Header { case isThere, isNone, mayBeThere }

  private init(_ source: ByteSource, header: Header, keepsValues: Bool) throws(DataError) {
    var records = try CSVRecords(source)
    var isEmpty = true
    var isFirst = true
    var names: [String] = []
    var row: [Float] = []
    var fault: Int?
    while let record = try records.next({ column, field in
      if isFirst, header == .isThere { names.append(CSVTable.name(field)) }
      if let value = Float(decimal: field) {
        if keepsValues { row.append(value) }
      } else {
        fault = fault ?? column
      }
    }) {
      defer {
        row.removeAll(keepingCapacity: true)
        fault = nil
      }
      if record.isBlank {
        names = []
        continue
      }
      if isFirst { columns = record.columns }
      guard record.columns == columns else {
        throw .columns(line: record.line, found: record.columns, expected: columns)
      }
      let isHeader = isFirst && (header == .isThere || (header == .mayBeThere && record.line == 1 && fault != nil))
      isFirst = false
      if isHeader {
        self.header = names
        continue
      }
      if let fault { throw .notANumber(line: record.line, column: fault) }
      values += row
      isEmpty = false
    }
    if isEmpty { throw .empty }
  }

  /// A name as it was before it was written: one that a spreadsheet would take for a formula got an apostrophe in
  /// front.
  private static func name(_ field: [UInt8]) -> String {
    let formula = field.drop { $0 == 39 }
    let isFormula =
      [61, 43, 45, 64, 9, 10, 13].contains(formula.first)
      || [[0xEF, 0xBC, 0x9D], [0xEF, 0xBC, 0x8B], [0xEF, 0xBC, 0x8D], [0xEF, 0xBC, 0xA0]].contains {
        formula.starts(with: $0)
      }
    return String(decoding: isFormula && field.first == 39 ? field.dropFirst() : field[...], as: UTF8.self)
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
