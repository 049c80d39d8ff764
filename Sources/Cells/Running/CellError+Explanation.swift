import Events
import Messages

extension CellError: Explained {
  package var explanation: Explanation {
    switch self {
    case .noToolchain:
      Explanation(
        "there is no Swift compiler: no `swiftc` on the search path",
        help: "install Swift 6.3 or newer from https://www.swift.org/install, then try again", status: .unavailable)
    case .oldToolchain(let version, let path):
      Explanation(
        "the Swift compiler \(path) is version \(version); cells need 6.3 or newer",
        help: "install Swift from https://www.swift.org/install, and put it first on the search path",
        status: .unavailable)
    case .unusableToolchain(let path, let reason):
      Explanation(
        "the Swift compiler \(path) does not work" + (reason.isEmpty ? "" : ": \(Self.firstLine(reason))"),
        help: "see what `swiftc --version` says, or install Swift from https://www.swift.org/install",
        status: .unavailable)
    case .noLibrary(let searched):
      Explanation(
        "the compiled model library is missing; looked in " + searched.joined(separator: " and "),
        help: "build it with `make build`, or install again with `make install`", status: .unavailable)
    case .outdatedLibrary(let path, let lacks):
      Explanation(
        "the compiled model library \(path) is older than learn itself: it has no \(lacks)",
        help: "build it again with `make build`, or install again with `make install`", status: .unavailable)
    case .libraryOfAnotherSwift(let path, let built):
      Explanation(
        "the compiled model library \(path) was built with \(built.map { "Swift \($0)" } ?? "another Swift"), and there is "
          + "another one now",
        help: "build it again with `make build`, or install again with `make install`", status: .unavailable)
    case .doesNotCompile(let messages):
      Self.explanation(of: messages)
    case .compilerTookTooMuch(let excess, let file, let line):
      Explanation(
        "the compiler was stopped: \(Self.sentence(ofCompiler: excess))",
        at: SourcePlace(file, line: line, isShown: false),
        help: "say in smaller steps what the cell computes: one long expression, or many literals, can take it minutes",
        status: .software)
    case .cannotStart(let path, let reason):
      Explanation(
        "\(path) cannot be started: \(Self.firstLine(reason))",
        help: "`learn doctor` shows what is installed", status: .unavailable)
    case .tookTooLong(let seconds, let file, _):
      Explanation(
        Self.sentence(ofLimit: seconds),
        help: "is there a loop that does not end? " + Self.help(ofLimit: seconds, file), status: .software)
    case .waitedTooLong(let seconds, let file, _):
      Explanation(
        Self.sentence(ofLimit: seconds),
        help: "does it sleep, or wait for input? A cell has none. Or is this machine busy with something else? "
          + Self.help(ofLimit: seconds, file), status: .software)
    case .stopped(let reason, let file, let line):
      Explanation(
        Self.sentence(reason, isHere: line != nil), at: SourcePlace(file, line: line), help: Self.help(reason),
        status: .software)
    case .stoppedOnRequest(let moment, _):
      Self.stopped(at: moment, goOn: nil).explanation
    case .nothingKept:
      Explanation(
        "there is nothing to go on from: no run of this cell has kept what it learned",
        help: "leave `--resume` away; when Ctrl-C stops a run, it says whether that is kept", status: .noInput)
    case .cannotResume(let path, let reason):
      Explanation(
        "the run cannot go on: " + Self.sentence(reason),
        help: Self.help(reason) + "`--again` starts afresh; until then \(path) is kept", status: .data)
    case .interrupted:
      Explanation("interrupted", status: .interrupted)
    case .cannotRead(let path, let reason):
      Explanation(
        "cannot read \(path): \(reason)", help: "this file can be made again: take it away", status: .inputOutput)
    case .cannotWrite(let path, let reason):
      Explanation(
        "cannot write to \(path): \(reason)",
        help: "make room or give yourself the right to write there; LEARN_HOME chooses another folder",
        status: .cannotCreate)
    }
  }

  /// A run that was stopped.
  ///
  /// - Parameter command: the one that ran; `nil` where nothing of the training could be kept.
  package static func stopped(at moment: RunProgress, goOn command: String?) -> Failure {
    let place = moment.total > 0 ? "stopped at \(moment.unit) \(moment.step) of \(moment.total)" : "stopped"
    return Failure(
      command == nil ? "\(place); nothing of this training can be kept" : "\(place); what was learned is kept",
      help: command.map { "`\($0) --resume` goes on from here" }, status: .interrupted)
  }

  /// A run that ended at once, where something is kept all the same.
  ///
  /// - Parameter command: the one that ran.
  package static func interruptedAfterKeeping(_ command: String) -> Failure {
    Failure(
      "interrupted; what was learned since it was last kept is lost",
      help: "`\(command) --resume` goes on from what is kept; a single Ctrl-C keeps all", status: .interrupted)
  }

  /// A run that was stopped when its time was over, where what it had learned is kept.
  ///
  /// - Parameter command: the one that ran.
  package static func stopped(
    after seconds: Int, at moment: RunProgress?, goOn command: String
  ) -> Failure {
    let place = moment.map { " up to \($0.unit) \($0.step) of \($0.total)" } ?? ""
    return Failure(
      sentence(ofLimit: seconds),
      help: "what it learned\(place) is kept: `\(command) --resume` goes on from there, and has its time again",
      status: .software)
  }

  private static func sentence(ofLimit seconds: Int) -> String {
    "the cell was stopped: it was still running beyond its limit of \(seconds) s"
  }

  /// A learner's own version lies outside the course.
  private static func help(ofLimit seconds: Int, _ file: String) -> String {
    file.hasPrefix("/")
      ? "`//| seconds: \(min(2 * seconds, 86_400))` on top of \(file) gives it more time"
      : "Its limit is its `//| seconds:` line"
  }

  /// - Parameter isHere: whether a line is named.
  private static func sentence(_ reason: CellError.StopReason, isHere: Bool) -> String {
    switch reason {
    case .said(let sentence): sentence
    case .trapped(let trap): "the cell stopped\(isHere ? " here" : ""): \(trap.sentence)"
    case .signal(9): "the cell was killed by the system, which does so where memory runs out"
    case .signal(11): "the cell reached for memory that is not its own"
    case .signal(let number): "the cell was ended by signal \(number)"
    case .exit(let status): "the cell ended itself with status \(status) before it was done"
    case .tookTooMuch(let excess): "the cell was stopped: \(sentence(excess))"
    case .saidTooMuch(let limit): "the cell was stopped: \(limit.sentence)"
    case .misplaced(let event): "the cell was stopped: \(event.sentence)"
    }
  }

  private static func help(_ reason: CellError.ResumeReason) -> String {
    switch reason {
    case .otherSeed(let seed): "with `--seed \(seed)` it goes on; "
    case .otherSettings(""): "without `--set` it goes on; "
    case .otherSettings: "with the same settings it goes on; "
    case .damaged, .otherProgram, .otherData: ""
    }
  }

  private static func sentence(_ reason: CellError.ResumeReason) -> String {
    switch reason {
    case .damaged(let sentence): sentence.prefix(1).lowercased() + sentence.dropFirst().dropLast()
    case .otherProgram: "what is kept is of this cell as it was before it, or learn itself, changed"
    case .otherSeed(let seed): "what is kept was made with the seed \(seed)"
    case .otherSettings(""): "what is kept was made without `--set`"
    case .otherSettings(let settings): "what is kept was made with `--set \(settings)`"
    case .otherData: "the data sets have changed since"
    }
  }

  private static func help(_ reason: CellError.StopReason) -> String? {
    switch reason {
    case .trapped(let trap): trap.help
    case .saidTooMuch(let limit): limit.help
    case .tookTooMuch(.memory), .tookTooMuch(.processes), .tookTooMuch(.output), .tookTooMuch(.room),
      .tookTooMuch(.files):
      "is there a loop that does not end, or a number that is far too large?"
    case .misplaced: "what a cell shows, it says by the library's functions, such as `explore`"
    case .said, .signal, .exit, .tookTooMuch(.time): nil
    }
  }

  private static func sentence(_ excess: CellError.Excess) -> String {
    switch excess {
    case .output: "it wrote more than \(Limits.output >> 20) MiB"
    case .memory: "it asked for more than \(Limits.memory >> 30) GiB of memory"
    case .processes: "it started more than \(Limits.processes) processes"
    case .room: "it wrote files of more than \(Limits.scratch >> 20) MiB"
    case .files: "it made more than \(Limits.files) files"
    case .time: "it used up its time on the processor"
    }
  }

  private static func sentence(ofCompiler excess: CellError.Excess) -> String {
    switch excess {
    case .time: "the cell kept it busy for more than \(Limits.compilerSeconds) s"
    case .room: "it wrote files of more than \(Limits.compilerOutput >> 20) MiB over the cell"
    case .output, .memory, .processes, .files: "over the cell " + sentence(excess)
    }
  }

  private static func firstLine(_ text: String) -> String { String(text.prefix { $0 != "\n" && $0 != "␊" }) }
}
