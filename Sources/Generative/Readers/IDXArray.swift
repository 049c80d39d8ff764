/// An array of bytes in the IDX format of MNIST: two zero bytes, the element type, the number of axes, the length of
/// each axis as four bytes (the highest first), then the elements (Y. LeCun, "The MNIST database").
public struct IDXArray: Equatable, Sendable {
  /// Lengths of the axes, for instance [10000, 28, 28].
  public let shape: [Int]
  /// All elements, the last axis fastest.
  public let values: [UInt8]

  /// - Throws: `DataError` with the byte at fault.
  public init(_ bytes: [UInt8]) throws(DataError) {
    let header: Int
    (shape, header) = try IDXArray.header(bytes, of: bytes.count)
    values = Array(bytes[header...])
  }

  /// The longest header, of 255 axes.
  package static let longestHeader = 4 + 4 * 255

  /// The lengths of the axes, and where the elements begin.
  ///
  /// - Parameters:
  ///   - start: the file's first bytes, all of its header.
  ///   - count: how many bytes the file has.
  package static func header(
    _ start: [UInt8], of count: Int
  ) throws(DataError) -> (shape: [Int], length: Int) {
    if start.count >= 2, start[0] == 0x1F, start[1] == 0x8B { throw .compressed }
    if start.count < 4 { throw .cutShort(byte: count, expected: 4) }
    for index in 0..<2 where start[index] != 0 { throw .notIDX(byte: index) }
    if start[2] != 8 { throw .elementType(start[2], byte: 2) }
    let axes = Int(start[3])
    if axes == 0 { throw .notIDX(byte: 3) }
    let header = 4 + 4 * axes
    if start.count < header { throw .cutShort(byte: count, expected: header) }
    var shape: [Int] = []
    var elements: UInt64 = 1
    for axis in 0..<axes {
      var length: UInt64 = 0
      for byte in start[4 + 4 * axis..<8 + 4 * axis] { length = length << 8 | UInt64(byte) }
      // More than any memory holds: the file cannot have them all.
      if length > 0, elements > UInt64(Int.max - header) / length { throw .cutShort(byte: count, expected: .max) }
      elements = elements &* length
      shape.append(Int(length))
    }
    let expected = header + Int(elements)
    if count < expected { throw .cutShort(byte: count, expected: expected) }
    if count > expected { throw .trailingBytes(byte: expected) }
    return (shape, header)
  }
}

extension Dataset {
  /// Images `[count, …]` and labels `[count]` of two IDX files; pixels are divided by 255.
  public init(images: IDXArray, labels: IDXArray, classes: Int = 10) throws(DataError) {
    if images.shape[0] != labels.values.count {
      throw .countsDiffer(images: images.shape[0], labels: labels.values.count)
    }
    if images.values.isEmpty { throw .empty }
    for (row, label) in labels.values.enumerated() where label >= classes { throw .label(Float(label), row: row) }
    self.init(
      inputs: images.values.map { Float($0) / 255 }, labels: labels.values.map { Int($0) },
      features: images.values.count / images.shape[0], classes: classes)
  }
}
