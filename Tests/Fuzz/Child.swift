import Foundation

/// Reads inputs in this process, one after another, until one ends it. Says a sign behind each: `.`, or `r` where the
/// input was refused.
struct Child {
  let fuzzer: any Fuzzer
  /// Holds the input that is being read.
  let folder: URL
  let seed: UInt64

  /// No process reads more: what little each leaves in memory must not add up to a fault.
  static let most: UInt64 = 200

  static let folderOfInput = "input"

  func run(from first: UInt64, seconds: Double, given: URL?) throws {
    if let given { return try read(given) }
    let end = ContinuousClock.now + .seconds(seconds)
    let input = folder.appending(path: Self.folderOfInput, directoryHint: .isDirectory)
    for number in first..<first + Self.most where ContinuousClock.now < end {
      var mutator = Mutator(seed: seed, number: number)
      let made = try fuzzer.input(&mutator)
      try empty(input)
      try made.write(to: input)
      try read(input)
    }
  }

  private func read(_ input: URL) throws {
    let scratch = folder.appending(path: "scratch", directoryHint: .isDirectory)
    try empty(scratch)
    var sign = "."
    Limits.begin()
    do {
      try fuzzer.read(input, scratch: scratch)
    } catch let fault as Fault {
      throw fault
    } catch {
      sign = "r"
    }
    try Limits.checkMemory()
    try FileHandle.standardOutput.write(contentsOf: Data(sign.utf8))
  }

  private func empty(_ folder: URL) throws {
    let files = FileManager.default
    if files.fileExists(atPath: folder.path) { try files.removeItem(at: folder) }
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
  }
}
