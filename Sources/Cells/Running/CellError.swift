import Events

/// An error of a cell that could not be compiled or did not run to its end.
package enum CellError: Error, Equatable {
  /// No `swiftc` on the search path.
  case noToolchain(searched: String)
  /// The compiler is older than what the model library is written for.
  case oldToolchain(version: String, path: String)
  /// The compiler does not say what it is.
  case unusableToolchain(path: String, reason: String)
  /// The compiled model library is not where it should be.
  case noLibrary(searched: [String])
  /// The compiled model library was built before the modules beside it: it lacks what they promise.
  case outdatedLibrary(path: String, lacks: String)
  /// The compiled model library was built with another Swift than that which is there now; `built` is its version, where the
  /// compiler says it.
  case libraryOfAnotherSwift(path: String, built: String?)
  /// The compiler refused the cell.
  case doesNotCompile([CompilerMessage])
  /// The compiler or the linker was ended over the cell.
  case compilerTookTooMuch(Excess, file: String, line: Int)
  /// A program of the system's or the toolchain's that could not be started.
  case cannotStart(path: String, reason: String)
  /// The cell was still at work when its time was over; where something is `kept`, a later run can go on from there.
  case tookTooLong(seconds: Int, file: String, kept: RunProgress?)
  /// The cell was not done, and had not worked either, a multiple of its time later.
  case waitedTooLong(seconds: Int, file: String, kept: RunProgress?)
  /// The process ended before the cell did: by a signal, an exit status, or a sentence of its own.
  case stopped(reason: StopReason, file: String, line: Int?)
  /// The reader pressed Ctrl-C, and the cell stopped when it was this far; where it `isKept`, a later run can go on.
  case stoppedOnRequest(RunProgress, isKept: Bool)
  /// There is no stopped or finished run to go on from.
  case nothingKept
  /// The file that is kept of a run cannot be used.
  case cannotResume(path: String, reason: ResumeReason)
  /// The reader pressed Ctrl-C, and the cell did not come to a step behind which it could stop.
  case interrupted
  /// A record in the cache could not be read.
  case cannotRead(path: String, reason: String)
  /// The cache or the scratch folder could not be written.
  case cannotWrite(path: String, reason: String)

  /// Whether the cell itself is at fault, and not the machine or the reader.
  package var isOfTheCell: Bool {
    switch self {
    case .doesNotCompile, .compilerTookTooMuch, .tookTooLong, .waitedTooLong, .stopped: true
    case .noToolchain, .oldToolchain, .unusableToolchain, .noLibrary, .outdatedLibrary, .libraryOfAnotherSwift,
      .stoppedOnRequest, .nothingKept,
      .cannotResume,
      .interrupted, .cannotRead, .cannotWrite, .cannotStart:
      false
    }
  }

  package enum ResumeReason: Equatable, Sendable {
    /// The file is damaged, cut short or something else; the sentence says what.
    case damaged(String)
    /// The cell, the library or the compiler has changed since.
    case otherProgram
    case otherSeed(kept: String)
    case otherSettings(kept: String)
    case otherData
  }

  package enum StopReason: Equatable, Sendable {
    /// The cell or the library said why.
    case said(String)
    /// Swift trapped: an index out of range, an overflow, a forced `nil`.
    case trapped(Trap)
    case signal(Int)
    case exit(Int)
    case tookTooMuch(Excess)
    case saidTooMuch(EventLimit)
    /// The cell wrote an event where none of its kind can be.
    case misplaced(MisplacedEvent)
  }

  /// A resource that a cell took too much of.
  package enum Excess: Equatable, Sendable {
    case output, memory, processes
    /// Bytes in the scratch folder.
    case room, files
    /// Processor time.
    case time
  }

  /// An event out of its place, which only a cell that forges its events can write.
  package enum MisplacedEvent: Equatable, Sendable {
    /// The choice of what can be explored, for the second time.
    case exploreAgain
    /// A point has been shown, for which nobody has asked.
    case exploredUnasked
    /// A point has been shown that has not a number for each axis.
    case explored(numbers: Int, axes: Int)
    /// The end, before the first point has been shown.
    case doneInPoint
    case doneAgain
    /// A stop, for which nobody has asked.
    case stoppedUnasked
  }
}
