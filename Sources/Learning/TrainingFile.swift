import Randomness

/// The trainings of one run as bytes: what they are of, and each of them.
///
/// "LEARN-TR", version; number of words of the identity, each with its length; number of trainings, for each whether it
/// is there and then its contents; the FNV-1a digest of all that. Every number has its lowest byte first.
package struct TrainingFile {
  static let version: UInt32 = 1
  private static let mark: [UInt8] = [0x4C, 0x45, 0x41, 0x52, 0x4E, 0x2D, 0x54, 0x52]

  /// What the run is of: program, seed, settings, data. Only the same words take it up again.
  package let identity: [String]
  let records: [TrainingRecord?]

  init(identity: [String], records: [TrainingRecord?]) {
    self.identity = identity
    self.records = records
  }

  package var bytes: [UInt8] {
    var writer = ByteWriter(bytes: TrainingFile.mark)
    writer.write(TrainingFile.version)
    writer.write(UInt32(identity.count))
    for word in identity { writer.write([UInt8](word.utf8)) }
    writer.write(UInt32(records.count))
    for record in records {
      writer.write(UInt32(record == nil ? 0 : 1))
      if let record { writer.write(record) }
    }
    writer.seal()
    return writer.bytes
  }

  /// Reads what `bytes` wrote.
  /// - Throws: `CheckpointError` where the bytes are cut short, damaged or something else.
  package init(bytes: [UInt8]) throws(CheckpointError) {
    guard bytes.starts(with: TrainingFile.mark) else { throw .notACheckpoint }
    var reader = ByteReader(bytes: bytes, position: TrainingFile.mark.count)
    let version = try reader.readWord()
    if version != TrainingFile.version { throw .version(version) }
    var identity: [String] = []
    for _ in 0..<(try reader.readCount(atLeast: 4)) {
      identity.append(String(decoding: try reader.readPart(), as: UTF8.self))
    }
    var records: [TrainingRecord?] = []
    for _ in 0..<(try reader.readCount(atLeast: 4)) {
      records.append(try reader.readWord() == 0 ? nil : try reader.readTraining())
    }
    try reader.readSeal()
    self.init(identity: identity, records: records)
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ record: TrainingRecord) {
    write(UInt32(record.start))
    write(record.losses)
    write(UInt32(record.stops.count))
    for stop in record.stops {
      write(UInt32(stop.step))
      write(stop.random.state.key)
      write(stop.random.state.position)
      write(UInt32(stop.views.count))
      for view in stop.views {
        write(UInt32(view.model))
        write(view.values)
        write(view.average)
        write(view.averageDecay.bitPattern)
        write(view.gradients)
        write(UInt32(view.moments.count))
        for moment in view.moments { write(moment) }
      }
    }
    write(UInt32(record.state.count))
    for checkpoint in record.state { write(checkpoint.bytes) }
    write(record.numbers)
  }
}

extension ByteReader {
  fileprivate mutating func readTraining() throws(CheckpointError) -> TrainingRecord {
    var record = TrainingRecord(start: try readSmall(), losses: try readFloats())
    if record.losses.count % 2 != 0 { throw .malformed(byte: position) }
    for _ in 0..<(try readCount(atLeast: 24)) {
      let step = try readSmall()
      let key = try readLong()
      let random = RandomGenerator(RandomGenerator.State(key: key, position: try readLong()))
      var stop = TrainingRecord.Stop(step: step, random: random, views: [])
      for _ in 0..<(try readCount(atLeast: 24)) { stop.views.append(try readView()) }
      record.stops.append(stop)
    }
    for _ in 0..<(try readCount(atLeast: 4)) { record.state.append(try Checkpoint(bytes: try readPart())) }
    // A view has as many numbers as its model.
    for stop in record.stops {
      for view in stop.views where view.model >= record.state.count || !view.fits(record.state[view.model]) {
        throw .malformed(byte: position)
      }
    }
    record.numbers = try readDoubles()
    return record
  }

  private mutating func readView() throws(CheckpointError) -> TrainingRecord.View {
    var view = TrainingRecord.View(model: try readSmall(), values: try readFloats())
    view.average = try readFloats()
    view.averageDecay = Float(bitPattern: try readWord())
    view.gradients = try readFloats()
    for _ in 0..<(try readCount(atLeast: 4)) { view.moments.append(try readFloats()) }
    return view
  }
}

extension TrainingRecord.View {
  /// Whether the numbers are as many as those of the model.
  fileprivate func fits(_ checkpoint: Checkpoint) -> Bool {
    let count = checkpoint.buffers[0].count
    return values.count == count && [0, count].contains(average.count) && [0, count].contains(gradients.count)
      && (moments.isEmpty || moments.count == 2) && moments.allSatisfy { $0.count == count }
      && averageDecay >= 0 && averageDecay < 1
  }
}
