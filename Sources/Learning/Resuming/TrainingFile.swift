import Numerics

/// The trainings of one run as bytes: what they are of, and each of them.
///
/// "LEARN-TR", version; number of words of the identity, each with its length; number of trainings, for each whether it
/// is there and then its contents; the FNV-1a digest of all that. Every number has its lowest byte first.
package struct TrainingFile {
  static let version: UInt32 = 1
  private static let mark: [UInt8] = [0x4C, 0x45, 0x41, 0x52, 0x4E, 0x2D, 0x54, 0x52]
  /// The largest file that is read or written, in bytes: a cell may not write larger files, and makes this one.
  package static let maximumBytes = 60 << 20
  private static let maximumWords = 16

  /// The numbers of things in one file that take more room in memory than in it, at most.
  struct Room: Equatable {
    var trainings = 100_000
    var models = 20_000
    var entries = Checkpoint.maximumEntries
    var snapshots = 500_000
    var modelSnapshots = 100_000
  }

  /// The identity of the run: program, seed, settings, data. Only the same words take it up again.
  package let identity: [String]
  let records: [TrainingRecord?]

  init(identity: [String], records: [TrainingRecord?]) {
    self.identity = identity
    self.records = records
  }

  /// Whether it is small enough to be read again.
  var isKeepable: Bool {
    var counts = Room(trainings: records.count, models: 0, entries: 0, snapshots: 0, modelSnapshots: 0)
    for record in records {
      guard let record else { continue }
      counts.models += record.state.count
      for checkpoint in record.state { counts.entries += checkpoint.entries.count }
      counts.snapshots += record.snapshots.count
      for snapshot in record.snapshots { counts.modelSnapshots += snapshot.models.count }
    }
    let room = Room()
    return counts.trainings <= room.trainings && counts.models <= room.models && counts.entries <= room.entries
      && counts.snapshots <= room.snapshots && counts.modelSnapshots <= room.modelSnapshots
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
    var reader = ByteReader(bytes: bytes)
    guard reader.skips(TrainingFile.mark) else { throw .notACheckpoint }
    let version = try reader.readWord()
    if version != TrainingFile.version { throw .version(version) }
    var identity: [String] = []
    for _ in 0..<(try reader.readCount(atLeast: 4, maximum: TrainingFile.maximumWords)) {
      identity.append(String(decoding: try reader.readPart(), as: UTF8.self))
    }
    var records: [TrainingRecord?] = []
    var room = Room()
    for _ in 0..<(try reader.readCount(atLeast: 4, maximum: room.trainings)) {
      records.append(try reader.readWord() == 0 ? nil : try reader.readTraining(&room))
    }
    try reader.readSeal()
    self.init(identity: identity, records: records)
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ record: TrainingRecord) {
    write(UInt32(record.start))
    write(record.losses)
    write(UInt32(record.snapshots.count))
    for snapshot in record.snapshots {
      write(UInt32(snapshot.step))
      write(snapshot.random.state.key)
      write(snapshot.random.state.position)
      write(UInt32(snapshot.models.count))
      for seen in snapshot.models {
        write(UInt32(seen.model))
        write(seen.values)
        write(seen.average)
        write(seen.averageDecay.bitPattern)
        write(seen.gradients)
        write(UInt32(seen.moments.count))
        for moment in seen.moments { write(moment) }
      }
    }
    write(UInt32(record.state.count))
    for checkpoint in record.state { write(checkpoint.bytes) }
    write(record.numbers)
  }
}

extension ByteReader {
  fileprivate mutating func readTraining(_ room: inout TrainingFile.Room) throws(CheckpointError) -> TrainingRecord {
    var record = TrainingRecord(start: try readSmall(), losses: try readFloats())
    if record.losses.count % 2 != 0 { throw .malformed(byte: position) }
    for _ in 0..<(try readCount(atLeast: 24, taking: &room.snapshots)) {
      let step = try readSmall()
      let key = try readLong()
      let random = RandomGenerator(RandomGenerator.State(key: key, position: try readLong()))
      var snapshot = TrainingRecord.Snapshot(step: step, random: random, models: [])
      for _ in 0..<(try readCount(atLeast: 24, taking: &room.modelSnapshots)) {
        snapshot.models.append(try readModelSnapshot())
      }
      record.snapshots.append(snapshot)
    }
    for _ in 0..<(try readCount(atLeast: 4, taking: &room.models)) {
      record.state.append(try Checkpoint(readReader(), room: &room.entries))
    }
    // A snapshot has as many numbers as its model.
    for snapshot in record.snapshots {
      for seen in snapshot.models where seen.model >= record.state.count || !seen.fits(record.state[seen.model]) {
        throw .malformed(byte: position)
      }
    }
    record.numbers = try readDoubles()
    return record
  }

  private mutating func readModelSnapshot() throws(CheckpointError) -> TrainingRecord.ModelSnapshot {
    var model = TrainingRecord.ModelSnapshot(model: try readSmall(), values: try readFloats())
    model.average = try readFloats()
    model.averageDecay = Float(bitPattern: try readWord())
    model.gradients = try readFloats()
    for _ in 0..<(try readCount(atLeast: 4, maximum: 2)) { model.moments.append(try readFloats()) }
    return model
  }
}

extension TrainingRecord.ModelSnapshot {
  /// Whether the numbers are as many as those of the model.
  fileprivate func fits(_ checkpoint: Checkpoint) -> Bool {
    let count = checkpoint.buffers[0].count
    return values.count == count && [0, count].contains(average.count) && [0, count].contains(gradients.count)
      && (moments.isEmpty || moments.count == 2) && moments.allSatisfy { $0.count == count }
      && averageDecay >= 0 && averageDecay < 1
  }
}
