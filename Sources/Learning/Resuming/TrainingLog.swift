import Numerics

/// The trainings of a program, kept so that it can be stopped and taken up again: what a host puts in place, and what
/// is absent otherwise.
///
/// Trainings are numbered as they begin. One that is kept is not repeated: its model comes back from the record. One
/// that cannot be kept (a loop of the cell's own) is simply run again; the same seed makes it the same.
package final class TrainingLog {
  /// The records of an earlier run, by number.
  private var earlier: [TrainingRecord?]
  /// The records of this run, by number.
  private var records: [TrainingRecord?] = []
  private let isAskedToStop: () -> Bool
  private let save: ([TrainingRecord?]) -> Bool
  private let stopped: (_ step: Int, _ count: Int, _ isKept: Bool) -> Never
  private let clock: () -> Double
  /// Whether a kept training is under way: what is trained in its `onStep` is repeated with it, and nothing stops
  /// there.
  private var isInside = false
  private var isChanged = false
  private var lastSave = 0.0
  /// Bytes of the rounds that are kept.
  private var roundsSize = 0

  /// - Parameters:
  ///   - clock: seconds; trainings that end within a fifth of a second are saved together.
  ///   - save: whether it could.
  ///   - stopped: says that the program stops here, and ends it.
  init(
    earlier: [TrainingRecord?], isAskedToStop: @escaping () -> Bool, clock: @escaping () -> Double,
    save: @escaping ([TrainingRecord?]) -> Bool,
    stopped: @escaping (_ step: Int, _ count: Int, _ isKept: Bool) -> Never
  ) {
    self.earlier = earlier
    self.isAskedToStop = isAskedToStop
    self.clock = clock
    self.save = save
    self.stopped = stopped
  }

  /// The next number, and what there is of it from an earlier run; `nil` inside of another training.
  func begin() -> (number: Int, earlier: TrainingRecord?)? {
    if isInside { return nil }
    let number = records.count
    records.append(nil)
    guard number < earlier.count else { return (number, nil) }
    defer { earlier[number] = nil }
    return (number, earlier[number])
  }

  /// Runs a step, or `onStep`: in them nothing else is kept or stopped.
  func inside<Result>(_ body: () -> Result) -> Result {
    isInside = true
    defer { isInside = false }
    return body()
  }

  /// Whether a training, asked for behind one of its steps, must end here.
  var mustStop: Bool { !isInside && isAskedToStop() }

  /// Ends the program behind a step; `record` is what is kept of the training, where it can be.
  func stop(_ number: Int?, _ record: TrainingRecord?, step: Int, of count: Int) -> Never {
    if let number { records[number] = record }
    // What there is from before stays where there is nothing new.
    let isSaved = records.contains { $0 != nil } && save(known)
    stopped(step, count, isSaved && record != nil)
  }

  /// A training has come to its end.
  func finish(_ number: Int, _ record: TrainingRecord) {
    records[number] = record
    isChanged = true
    if clock() - lastSave > 0.2 { saveAll() }
  }

  /// A round of a loop of the cell's own has come to its end. There may be many: they are saved with the next training,
  /// at a stop, or at the end. A round that would be too much is repeated when its cell is taken up again.
  func keep(_ number: Int, _ record: TrainingRecord) {
    let size = 8 * record.numbers.count
    guard roundsSize + size <= StepRecorder.maximumBytes else { return }
    roundsSize += size
    records[number] = record
    isChanged = true
  }

  /// The records of this run, and of an earlier one those that this run has not come to yet.
  private var known: [TrainingRecord?] { records + earlier.dropFirst(records.count) }

  /// Saves what has not been saved yet.
  func saveAll() {
    if isChanged { isChanged = !save(known) }
    lastSave = clock()
  }
}

#if hasFeature(Embedded)
  /// A page ends its worker: nothing is kept there.
  package var trainingLog: TrainingLog? { nil }
#else
  /// The log of the running program. A cell is one thread.
  nonisolated(unsafe) package var trainingLog: TrainingLog?
#endif

/// Ends the program where it is asked to stop in a loop of the cell's own, of which nothing can be kept.
package func stopTrainingIfAsked(step: Int = 0, of count: Int = 0) {
  if let log = trainingLog, log.mustStop { log.stop(nil, nil, step: step, of: count) }
}
