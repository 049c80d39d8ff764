/// A fault in a data file, and its place: bytes count from 0, lines and columns from 1.
public enum DataError: Error, Equatable, Sendable {
  /// The file is gzipped; it has to be inflated first.
  case compressed
  /// An IDX file begins with two zero bytes and has at least one axis.
  case notIDX(byte: Int)
  /// An IDX file of something else than unsigned bytes.
  case elementType(UInt8, byte: Int)
  /// The file ends at this byte, and should have more.
  case cutShort(byte: Int, expected: Int)
  /// The file should have ended at this byte.
  case trailingBytes(byte: Int)
  /// Numbers of images and labels that differ.
  case countsDiffer(images: Int, labels: Int)
  /// A label that is no class.
  case label(Float, row: Int)
  /// A line with another number of columns than the first.
  case columns(line: Int, found: Int, expected: Int)
  /// A field that is no number.
  case notANumber(line: Int, column: Int)
  /// A quotation mark that is never closed.
  case openQuote(line: Int)
  /// A file without any row.
  case empty
  /// Bytes that are not UTF-8 text.
  case notText(byte: Int)
  /// A Project Gutenberg text whose beginning is marked, but not its end, or the other way round.
  case missingEnd(startLine: Int)
  case missingStart(endLine: Int)

  /// A sentence for a reader.
  public var message: String {
    switch self {
    case .compressed: "The file is gzipped: inflate it first."
    case .notIDX(let byte): "Byte \(byte): not an IDX file, which begins with 0, 0, element type, number of axes."
    case .elementType(let type, let byte): "Byte \(byte): element type \(type); only unsigned bytes (8) are read."
    case .cutShort(let byte, let expected): "The file ends at byte \(byte) of \(expected): it was cut short."
    case .trailingBytes(let byte): "Byte \(byte): the data end here, but the file goes on."
    case .countsDiffer(let images, let labels): "\(images) images, but \(labels) labels."
    case .label(let label, let row): "Row \(row): \(label) is not the number of a class."
    case .columns(let line, let found, let expected): "Line \(line): \(found) columns instead of \(expected)."
    case .notANumber(let line, let column): "Line \(line), column \(column): not a number."
    case .openQuote(let line): "Line \(line): a quotation mark is not closed."
    case .empty: "The file has no rows."
    case .notText(let byte): "Byte \(byte): not UTF-8 text."
    case .missingEnd(let line): "Line \(line) begins the text, but no line ends it: the file was cut short."
    case .missingStart(let line): "Line \(line) ends the text, but no line begins it."
    }
  }
}
