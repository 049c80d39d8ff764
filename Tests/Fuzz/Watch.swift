import Foundation

/// Has one fuzzer's inputs read in processes of their own, and tells of each that an input has ended.
struct Watch {
  let fuzzer: any Fuzzer.Type
  let seed: UInt64
  /// The one input that is read.
  let given: String?

  /// The library ends a cell with a sentence where what it was given has no meaning: that is a refusal.
  static let refusal: Int32 = 3
  /// More would not be read.
  private static let mostFaults = 10

  /// One process that is over.
  private struct Batch {
    var read = 0
    var refused = 0
    /// What ended it.
    var fault: String?
  }

  /// - Returns: how many faults there are.
  func run(from first: UInt64, seconds: Double) throws -> Int {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(
      path: "learn-fuzz-\(UUID().uuidString)", directoryHint: .isDirectory)
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { do { try files.removeItem(at: folder) } catch { print("left behind: \(folder.path)") } }
    let end = ContinuousClock.now + .seconds(seconds)
    var (read, refused, faults) = (0, 0, 0)
    repeat {
      let next = first + UInt64(read)
      let batch = try batch(from: next, seconds: (end - ContinuousClock.now) / .seconds(1), in: folder)
      read += batch.read
      refused += batch.refused
      guard let fault = batch.fault else { continue }
      let place = try keep(folder, number: first + UInt64(read))
      print("\(fuzzer.name): seed \(seed), input \(first + UInt64(read)), kept in \(place)\n\(fault)")
      read += 1
      faults += 1
    } while ContinuousClock.now < end && faults < Self.mostFaults && given == nil
    let counts = [(read, "inputs"), (refused, "refused"), (faults, "faults")]
    print("\(fuzzer.name): " + counts.map { "\(Self.text($0)) \($1)" }.joined(separator: ", ") + " (seed \(seed))")
    return faults
  }

  private static func text(_ count: Int) -> String {
    count.formatted(.number.locale(Locale(identifier: "en_US")))
  }

  private func batch(from first: UInt64, seconds: Double, in folder: URL) throws -> Batch {
    let errors = folder.appending(path: "errors")
    try Data().write(to: errors)
    let output = Pipe()
    let process = Process()
    process.executableURL = Bundle.main.executableURL
    process.arguments =
      [fuzzer.name, "--child", folder.path, "--seed", "\(seed)", "--first", "\(first)", "--seconds", "\(seconds)"]
      + (given.map { ["--input", $0] } ?? [])
    // A crash need not say where: the input is there to be read again.
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let signs = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    var batch = Batch(read: signs.count, refused: signs.count { $0 == UInt8(ascii: "r") })
    let status = process.terminationStatus
    let said = String(decoding: try Data(contentsOf: errors).suffix(2_000), as: UTF8.self)
    if process.terminationReason == .uncaughtSignal {
      batch.fault = Self.words(signal: status) + (said.isEmpty ? "" : "\n" + said)
    } else if status == Self.refusal {
      batch.read += 1
      batch.refused += 1
    } else if status != 0 {
      batch.fault = said
    }
    return batch
  }

  private static func words(signal: Int32) -> String {
    switch signal {
    case SIGPROF: "more than \(Limits.seconds) s of the processor"
    case SIGALRM: "more than \(Limits.patience) s"
    default: "ended by signal \(signal)"
    }
  }

  private func keep(_ folder: URL, number: UInt64) throws -> String {
    if let given { return given }
    let place = Project.folder.appending(path: ".build/fuzz/\(fuzzer.name)-\(seed)-\(number)")
    let files = FileManager.default
    try files.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    if files.fileExists(atPath: place.path) { try files.removeItem(at: place) }
    try files.moveItem(at: folder.appending(path: Child.folderOfInput), to: place)
    return place.path
  }
}
