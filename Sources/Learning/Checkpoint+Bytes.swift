import Randomness

// The format, every number with its lowest byte first: "LEARN-CP", version; number of entries, for each its name's
// length, name, rank and axes; updates; number of buffers, the average's decay, the buffers; number of generators,
// for each key and position; the FNV-1a digest of all that.
extension Checkpoint {
  static let version: UInt32 = 1
  private static let mark: [UInt8] = [0x4C, 0x45, 0x41, 0x52, 0x4E, 0x2D, 0x43, 0x50]

  /// The checkpoint as bytes, the same on every machine.
  public var bytes: [UInt8] {
    var writer = ByteWriter(bytes: Checkpoint.mark)
    writer.write(Checkpoint.version)
    writer.write(UInt32(entries.count))
    for entry in entries {
      let name = [UInt8](entry.name.utf8)
      writer.write(UInt32(name.count))
      writer.bytes += name
      writer.write(UInt32(entry.axes.count))
      for axis in entry.axes { writer.write(UInt32(axis)) }
    }
    writer.write(UInt64(updates))
    writer.write(UInt32(buffers.count))
    writer.write(averageDecay.bitPattern)
    for buffer in buffers {
      for number in buffer { writer.write(number.bitPattern) }
    }
    writer.write(UInt32(generators.count))
    for generator in generators {
      writer.write(generator.state.key)
      writer.write(generator.state.position)
    }
    writer.write(digest(of: writer.bytes[...]))
    return writer.bytes
  }

  /// Reads what `bytes` wrote.
  /// - Throws: `CheckpointError` where the bytes are cut short, damaged or no checkpoint at all.
  public init(bytes: [UInt8]) throws(CheckpointError) {
    guard bytes.starts(with: Checkpoint.mark) else { throw .notACheckpoint }
    var reader = ByteReader(bytes: bytes, position: Checkpoint.mark.count)
    let version = try reader.readWord()
    if version != Checkpoint.version { throw .version(version) }
    var entries: [Entry] = []
    var count = 0
    for _ in 0..<(try reader.readCount(atLeast: 8)) {
      let start = reader.position
      let name = try reader.readBytes(try reader.readCount(atLeast: 1))
      let rank = try reader.readCount(atLeast: 4)
      if rank > 4 { throw .malformed(byte: start) }
      var axes: [Int] = []
      for _ in 0..<rank { axes.append(Int(try reader.readWord())) }
      let entry = Entry(name: String(decoding: name, as: UTF8.self), axes: axes)
      // Four axes below 2³⁰ could overflow; no file has as many bytes.
      var elements = 1
      for axis in axes {
        if axis < 1 || axis > bytes.count || elements > bytes.count { throw .malformed(byte: start) }
        elements *= axis
      }
      count += elements
      entries.append(entry)
    }
    let updates = try reader.readLong()
    let bufferCount = Int(try reader.readWord())
    if bufferCount < 3 || bufferCount > 4 || updates > UInt64(Int32.max) { throw .malformed(byte: reader.position) }
    let averageDecay = Float(bitPattern: try reader.readWord())
    if !(averageDecay >= 0 && averageDecay < 1) { throw .malformed(byte: reader.position) }
    var buffers: [[Float]] = []
    for _ in 0..<bufferCount { buffers.append(try reader.readFloats(count)) }
    var generators: [RandomGenerator] = []
    for _ in 0..<(try reader.readCount(atLeast: 16)) {
      let key = try reader.readLong()
      generators.append(RandomGenerator(RandomGenerator.State(key: key, position: try reader.readLong())))
    }
    let end = reader.position
    let expected = try reader.readLong()
    if reader.position != bytes.count || digest(of: bytes[..<end]) != expected { throw .damaged }
    self.init(
      entries: entries, buffers: buffers, averageDecay: averageDecay, updates: Int(updates), generators: generators)
  }
}

private func digest(of bytes: ArraySlice<UInt8>) -> UInt64 {
  var digest = Digest()
  for byte in bytes { digest.combine(byte) }
  return digest.value
}

private struct ByteWriter {
  var bytes: [UInt8]

  mutating func write(_ word: UInt32) {
    for place in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: word &>> UInt32(8 * place))) }
  }

  mutating func write(_ long: UInt64) {
    write(UInt32(truncatingIfNeeded: long))
    write(UInt32(truncatingIfNeeded: long &>> 32))
  }
}

private struct ByteReader {
  let bytes: [UInt8]
  var position: Int

  mutating func readBytes(_ count: Int) throws(CheckpointError) -> ArraySlice<UInt8> {
    if count > bytes.count - position { throw .cutShort(byte: bytes.count) }
    position += count
    return bytes[position - count..<position]
  }

  mutating func readWord() throws(CheckpointError) -> UInt32 {
    var word: UInt32 = 0
    var place: UInt32 = 0
    for byte in try readBytes(4) {
      word |= UInt32(byte) &<< place
      place += 8
    }
    return word
  }

  mutating func readLong() throws(CheckpointError) -> UInt64 {
    let low = try readWord()
    return UInt64(try readWord()) &<< 32 | UInt64(low)
  }

  /// A number of things of at least so many bytes: more than the file can hold are refused before room is made.
  mutating func readCount(atLeast size: Int) throws(CheckpointError) -> Int {
    let count = Int(try readWord())
    if count > (bytes.count - position) / size { throw .cutShort(byte: bytes.count) }
    return count
  }

  mutating func readFloats(_ count: Int) throws(CheckpointError) -> [Float] {
    if count > (bytes.count - position) / 4 { throw .cutShort(byte: bytes.count) }
    var numbers: [Float] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count { numbers.append(Float(bitPattern: try readWord())) }
    return numbers
  }
}
