import Numerics

#if !hasFeature(Embedded)
  /// Keeps the trainings of this program in a file, so that it can be stopped and taken up again.
  ///
  /// - Parameters:
  ///   - identity: what the program is, and what it runs with: a file of other words is refused.
  ///   - resumes: whether to go on from what the file has; else it is replaced as soon as there is something to keep.
  ///   - isAskedToStop: is asked behind every step.
  ///   - stopped: says how far the training came, and ends the program.
  public func keepTrainings(
    in file: String, of identity: [String], resumes: Bool, isAskedToStop: @escaping () -> Bool,
    stopped: @escaping (_ step: Int, _ count: Int, _ isKept: Bool) -> Never
  ) {
    let start = ContinuousClock.now
    trainingLog = TrainingLog(
      earlier: resumes ? TrainingFile.read(file, of: identity) : [], isAskedToStop: isAskedToStop,
      clock: { (ContinuousClock.now - start) / .seconds(1) },
      save: { records in
        do {
          let trainings = TrainingFile(identity: identity, records: records)
          guard trainings.isKeepable else { return false }
          let bytes = trainings.bytes
          guard bytes.count <= TrainingFile.maximumBytes else { return false }
          try DurableFile.write(bytes, to: file)
          return true
        } catch {
          // A full disk takes the way back, not the run.
          return false
        }
      },
      stopped: stopped)
  }

  /// Saves, behind the last cell, what is still to be saved.
  public func saveTrainings() {
    trainingLog?.saveAll()
  }

  extension TrainingFile {
    /// The records of a file of this identity. The host has looked at the file before: what is wrong with it now ends
    /// the program with a sentence.
    fileprivate static func read(_ path: String, of identity: [String]) -> [TrainingRecord?] {
      do {
        let file = try TrainingFile(bytes: try bytes(of: path))
        require(file.identity == identity, "what was kept in \(path) is of another run")
        return file.records
      } catch {
        fail(error.message)
      }
    }

    private static func bytes(of path: String) throws(CheckpointError) -> [UInt8] {
      do {
        return try DurableFile.read(path, maximum: TrainingFile.maximumBytes)
      } catch {
        throw .cannotRead(path: path, reason: error.reason)
      }
    }

    /// - Throws: `CheckpointError` where the file cannot be read, is damaged, or something else.
    package init(contentsOf path: String) throws(CheckpointError) {
      try self.init(bytes: try TrainingFile.bytes(of: path))
    }
  }
#endif
