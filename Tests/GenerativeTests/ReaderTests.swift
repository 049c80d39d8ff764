import Foundation
import Testing

@testable import Generative

@Suite struct IDXArrayTests {
  static let small: [UInt8] = [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6]

  @Test func reads() throws {
    let array = try IDXArray(Self.small)
    #expect(array.shape == [2, 3])
    #expect(array.values == [1, 2, 3, 4, 5, 6])
  }

  @Test func refusesWhatIsDamaged() {
    #expect(throws: DataError.cutShort(byte: 17, expected: 18)) { try IDXArray(Self.small.dropLast()) }
    #expect(throws: DataError.trailingBytes(byte: 18)) { try IDXArray(Self.small + [0]) }
    #expect(throws: DataError.cutShort(byte: 11, expected: 12)) { try IDXArray(Array(Self.small[..<11])) }
    #expect(throws: DataError.cutShort(byte: 0, expected: 4)) { try IDXArray([]) }
    #expect(throws: DataError.compressed) { try IDXArray([0x1F, 0x8B, 8, 0]) }
    #expect(throws: DataError.notIDX(byte: 1)) { try IDXArray([0, 1, 8, 1]) }
    #expect(throws: DataError.notIDX(byte: 3)) { try IDXArray([0, 0, 8, 0]) }
    #expect(throws: DataError.elementType(13, byte: 2)) { try IDXArray([0, 0, 13, 1, 0, 0, 0, 0]) }
    let huge: [UInt8] = [0, 0, 8, 3] + Array(repeating: 255, count: 12)
    #expect(throws: DataError.cutShort(byte: 16, expected: .max)) { try IDXArray(huge) }
    #expect(DataError.cutShort(byte: 17, expected: 18).message == "The file ends at byte 17 of 18: it was cut short.")
  }

  /// No file, however damaged, ends the program.
  @Test func everyCutAndEveryChangedByteIsSurvived() throws {
    for length in Self.small.indices {
      #expect(throws: DataError.self) { try IDXArray(Array(Self.small[..<length])) }
    }
    for index in 0..<12 {
      var damaged = Self.small
      damaged[index] ^= 0x40
      #expect(throws: DataError.self) { try IDXArray(damaged) }
    }
  }

  @Test func becomesADataset() throws {
    let images = try IDXArray(Self.small)
    let labels = try IDXArray([0, 0, 8, 1, 0, 0, 0, 2, 7, 1])
    let data = try Dataset(images: images, labels: labels)
    #expect(data.features == 3 && data.labels == [7, 1])
    #expect(data.inputs[5] == 6.0 / 255)
    #expect(throws: DataError.label(7, row: 0)) { try Dataset(images: images, labels: labels, classes: 5) }
    let three = try IDXArray([0, 0, 8, 1, 0, 0, 0, 3, 1, 1, 1])
    #expect(throws: DataError.countsDiffer(images: 2, labels: 3)) { try Dataset(images: images, labels: three) }
  }

  @Test(.enabled(if: SharedFiles.areThere, "needs ../shared/data/t10k-images-idx3-ubyte.gz"))
  func readsTheTestDigitsOfMNIST() throws {
    let images = try IDXArray([UInt8](SharedFiles.inflated("data/t10k-images-idx3-ubyte.gz")))
    let labels = try IDXArray([UInt8](SharedFiles.inflated("data/t10k-labels-idx1-ubyte.gz")))
    #expect(images.shape == [10_000, 28, 28])
    #expect(labels.shape == [10_000])
    #expect(Array(labels.values[..<5]) == [7, 2, 1, 0, 4])
    #expect(throws: DataError.compressed) {
      try IDXArray([UInt8](SharedFiles.data("data/t10k-labels-idx1-ubyte.gz")))
    }
  }
}

@Suite struct CSVTableTests {
  func table(_ text: String, hasHeader: Bool = false) throws(DataError) -> CSVTable {
    try CSVTable(Array(text.utf8), hasHeader: hasHeader)
  }

  @Test func reads() throws {
    let table = try table("a,\"b, \"\"c\"\"\"\r\n1, -2.5\r\n\r\n+3e2,\"4\"\n", hasHeader: true)
    #expect(table.header == ["a", "b, \"c\""])
    #expect(table.columns == 2 && table.rows == 2)
    #expect(table.values == [1, -2.5, 300, 4])
  }

  @Test func saysWhatIsWrongWhere() {
    #expect(throws: DataError.columns(line: 3, found: 1, expected: 2)) { try table("1,2\n3,4\n5\n") }
    #expect(throws: DataError.notANumber(line: 2, column: 2)) { try table("1,2\n3,x\n") }
    #expect(throws: DataError.notANumber(line: 1, column: 1)) { try table(",2\n") }
    #expect(throws: DataError.notANumber(line: 1, column: 1)) { try table("nan,2\n") }
    #expect(throws: DataError.openQuote(line: 2)) { try table("1,2\n3,\"4\n5,6") }
    #expect(throws: DataError.empty) { try table("\n\n") }
    #expect(throws: DataError.empty) { try table("a,b\n", hasHeader: true) }
    #expect(throws: DataError.compressed) { try CSVTable([0x1F, 0x8B]) }
  }

  @Test(arguments: [
    "0", "-0", "1", "007", "12.5", ".5", "5.", "1e10", "1E-3", "-2.25e+2", "3.4028234e38", "1e-45", "16777217",
    "123456789012345678901234567890", "0.000000000000000000000000000000123456789", "1e9999", "1e-9999",
  ])
  func numbersAreThoseOfTheStandardLibrary(text: String) throws {
    let value = try #require(Float(decimal: Array(text.utf8)))
    let expected = try #require(Float(text.hasSuffix(".") ? text + "0" : text))
    #expect(value == expected)
  }

  @Test(arguments: ["", " ", "-", "+-1", "1 2", "1..2", ".", "e5", "1e", "1e+", "0x10", "inf", "nan", "1,"])
  func whatIsNoNumberIsRefused(text: String) {
    #expect(Float(decimal: Array(text.utf8)) == nil)
  }

  @Test(.enabled(if: SharedFiles.areThere, "needs ../shared/data/digits-8x8.csv.gz"))
  func digitsFromTheirSource() throws {
    let table = try CSVTable([UInt8](SharedFiles.inflated("data/digits-8x8.csv.gz")))
    let data = try table.dataset(classes: 10, scale: 16)
    #expect(data.inputs == Digits.all.inputs && data.labels == Digits.all.labels)
    #expect(throws: DataError.label(5, row: 5)) { try table.dataset(classes: 5) }
  }
}

@Suite struct GutenbergTextTests {
  func text(_ lines: String) throws(DataError) -> String { try GutenbergText(Array(lines.utf8)).text }

  @Test func keepsWhatStandsBetweenTheStars() throws {
    let book = "\u{FEFF}Licence\r\n*** START OF THE PROJECT ***\r\n\r\nIt is\r\na truth.\r\n\r\n***END OF THE\r\nmore"
    #expect(try text(book) == "It is\na truth.\n")
    #expect(try text("Plain text.") == "Plain text.\n")
    #expect(try text("licence\n\t *** start of It ***\nx\n   *** End Of it ***\nlicence\n") == "x\n")
  }

  @Test func refusesWhatIsCutOrNoText() {
    #expect(throws: DataError.missingEnd(startLine: 2)) { try text("a\n*** START OF IT\ntext\n") }
    #expect(throws: DataError.missingStart(endLine: 2)) { try text("a\n*** END OF IT\n") }
    #expect(throws: DataError.missingStart(endLine: 1)) { try text("*** END OF IT\n*** START OF IT\n") }
    #expect(throws: DataError.empty) { try text("\n\n") }
    #expect(throws: DataError.notText(byte: 1)) { try GutenbergText([65, 0, 66]) }
    #expect(throws: DataError.compressed) { try GutenbergText([0x1F, 0x8B]) }
  }

  @Test func invalidBytesAreFound() throws {
    #expect(try GutenbergText(Array("naïve “€” 🙂".utf8)).text == "naïve “€” 🙂\n")
    for (bytes, at) in [
      ([65, 0x80], 1), ([0xC0, 0x80], 0), ([65, 0xE2, 0x82], 1), ([0xED, 0xA0, 0x80], 1),
      ([0xF4, 0x90, 0x80, 0x80], 1), ([0xE2, 0x82, 65], 2), ([0xFF], 0), ([0xF0, 0x80, 0x80, 0x80], 1),
    ] as [([UInt8], Int)] {
      #expect(throws: DataError.notText(byte: at)) { try GutenbergText(bytes) }
    }
  }

  /// Empty lines at the ends go, others stay; of a line's end only one return belongs to it.
  @Test func linesStayWhatTheyAre() throws {
    #expect(try text("\n\n a\r\r\n\n\nb \n\n\n") == " a\r\n\n\nb \n")
    #expect(try text("\r\na\rb\r") == "a\rb\n")
    #expect(try text("* ** STARTOF x\n*** START OF x\ny\n*** END OF\n*** END OF\n") == "*** START OF x\ny\n")
  }
}

/// A file that is checked comes in pieces, and is judged as one that is read.
@Suite struct PiecewiseTests {
  func source(_ bytes: [UInt8], _ size: Int) -> ByteSource {
    var rest = bytes[...]
    return ByteSource {
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
  }

  func outcome(_ body: () throws(DataError) -> Void) -> DataError? {
    do throws(DataError) { try body() } catch { return error }
    return nil
  }

  @Test(arguments: [3, 4, 5, 7, 100]) func tables(size: Int) {
    for text in [
      "1,2\n3,4\n5\n", "1,2\n3,x\n", ",2\n", "1,\"2\"\n3,\"4\n5,6", "1,2\n3,\"4\"\"\"\n", "\n\n",
      "\u{FEFF}1,2\r\n\r\n-1,2",
      "\nx,y\n1,2\n", "1,2\n\"\"\n", "1,2\nx\n",
    ] {
      let bytes = Array(text.utf8)
      let whole = outcome { () throws(DataError) in _ = try CSVTable(bytes) }
      let pieces = outcome { () throws(DataError) in try CSVTable.check(source(bytes, size)) }
      // Names in the first line are taken for what they are.
      if case .notANumber(line: 1, _) = whole { continue }
      #expect(pieces == whole, "\(text)")
    }
    #expect(outcome { () throws(DataError) in try CSVTable.check(source(Array("a,b\n1,2\n".utf8), size)) } == nil)
    let empty = outcome { () throws(DataError) in try CSVTable.check(source(Array("a,b\n".utf8), size)) }
    #expect(empty == .empty)
  }

  @Test(arguments: [3, 4, 5, 7, 100]) func texts(size: Int) {
    for text in [
      "\u{FEFF}a\n*** START OF IT\nné🙂 text\n", "a\n*** END OF IT\n", "\n \n", "\n\r\n\n", "naïve “€” 🙂",
      "*** START OF\nx\n***END OF",
    ] {
      for bytes in [Array(text.utf8), Array(text.utf8) + [0xE2, 0x82], [0xFF] + Array(text.utf8)] {
        let whole = outcome { () throws(DataError) in _ = try GutenbergText(bytes) }
        #expect(outcome { () throws(DataError) in try GutenbergText.check(source(bytes, size)) } == whole, "\(text)")
      }
    }
  }

  /// However long, a field is not gathered without end.
  @Test func aFieldHasALimit() {
    let bytes = [UInt8](repeating: 49, count: 1 << 16)
    #expect(outcome { () throws(DataError) in try CSVTable.check(source(bytes + [10], 4096)) } == nil)
    #expect(
      outcome { () throws(DataError) in try CSVTable.check(source(bytes + [49, 10], 4096)) }
        == .notANumber(line: 1, column: 1))
  }

  /// A name that was written so that no spreadsheet takes it for a formula is what it was.
  @Test func namesOfColumnsComeBack() throws {
    let table = try CSVTable(Array("'=1+1,''@x,'plain,\"'-a,b\"\n1,2,3,4\n".utf8), hasHeader: true)
    #expect(table.header == ["=1+1", "'@x", "'plain", "-a,b"])
  }
}
