import Numerics

// The format, every number with its lowest byte first: "LEARN-CP", version; number of entries, for each its name's
// length, name, rank and axes; updates; number of buffers, the average's decay, the buffers; number of generators,
// for each key and position; the FNV-1a digest of all that.
extension Checkpoint {
  static let version: UInt32 = 1
  /// The largest number of generators, more than anybody hands over.
  private static let maximumGenerators = 100_000
  /// The largest number of parameters, each with a name of its own; more than models have.
  static let maximumEntries = 200_000
  private static let mark: [UInt8] = [0x4C, 0x45, 0x41, 0x52, 0x4E, 0x2D, 0x43, 0x50]

  /// The checkpoint as bytes, the same on every machine.
  public var bytes: [UInt8] {
    var writer = ByteWriter(bytes: Checkpoint.mark)
    writer.write(Checkpoint.version)
    writer.write(UInt32(entries.count))
    for entry in entries {
      writer.write([UInt8](entry.name.utf8))
      writer.write(UInt32(entry.axes.count))
      for axis in entry.axes { writer.write(UInt32(axis)) }
    }
    writer.write(UInt64(updates))
    writer.write(UInt32(buffers.count))
    writer.write(averageDecay.bitPattern)
    for buffer in buffers { writer.writeBits(buffer) }
    writer.write(UInt32(generators.count))
    for generator in generators {
      writer.write(generator.state.key)
      writer.write(generator.state.position)
    }
    writer.seal()
    return writer.bytes
  }

  /// Reads what `bytes` wrote.
  /// - Throws: `CheckpointError` where the bytes are cut short, damaged or no checkpoint at all.
  public init(bytes: [UInt8]) throws(CheckpointError) {
    var room = Checkpoint.maximumEntries
    try self.init(ByteReader(bytes: bytes), room: &room)
  }

  /// Reads all that the reader has.
  ///
  /// - Parameter room: for how many more entries there is room in memory, where they take more than in a file.
  init(_ reader: consuming ByteReader, room: inout Int) throws(CheckpointError) {
    let size = reader.left
    guard reader.skips(Checkpoint.mark) else { throw .notACheckpoint }
    let version = try reader.readWord()
    if version != Checkpoint.version { throw .version(version) }
    var entries: [Entry] = []
    var count = 0
    for _ in 0..<(try reader.readCount(atLeast: 8, taking: &room)) {
      let start = reader.position
      let name = try reader.readPart()
      let rank = try reader.readCount(atLeast: 4)
      if rank > 4 { throw .malformed(byte: start) }
      var axes: [Int] = []
      for _ in 0..<rank { axes.append(try reader.readSmall()) }
      let entry = Entry(name: String(decoding: name, as: UTF8.self), axes: axes)
      // Lengths may lie; no model has more numbers than its file has bytes.
      var elements = 1
      for axis in axes {
        let (product, overflows) = elements.multipliedReportingOverflow(by: axis)
        if axis < 1 || overflows || product > size { throw .malformed(byte: start) }
        elements = product
      }
      count += elements
      if count > size { throw .malformed(byte: start) }
      entries.append(entry)
    }
    let updates = try reader.readLong()
    let bufferCount = try reader.readSmall()
    if bufferCount < 3 || bufferCount > 4 || updates > UInt64(Int32.max) { throw .malformed(byte: reader.position) }
    let averageDecay = Float(bitPattern: try reader.readWord())
    if !(averageDecay >= 0 && averageDecay < 1) { throw .malformed(byte: reader.position) }
    var buffers: [[Float]] = []
    for _ in 0..<bufferCount { buffers.append(try reader.readFloats(count)) }
    var generators: [RandomGenerator] = []
    for _ in 0..<(try reader.readCount(atLeast: 16, maximum: Checkpoint.maximumGenerators)) {
      let key = try reader.readLong()
      generators.append(RandomGenerator(RandomGenerator.State(key: key, position: try reader.readLong())))
    }
    try reader.readSeal()
    self.init(
      entries: entries, buffers: buffers, averageDecay: averageDecay, updates: Int(updates), generators: generators)
  }
}
