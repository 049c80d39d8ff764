import ArgumentParser
import Foundation

/// Feeds mostly valid inputs to everything that reads files of others.
@main struct Fuzz: ParsableCommand {
  static var fuzzers: [any Fuzzer.Type] {
    [
      Lessons.self, Questions.self, DataFiles.self, ProgressLogs.self, Events.self, Trainings.self, Site.self,
      Home.self,
    ]
  }

  static let configuration = CommandConfiguration(
    commandName: "fuzz", abstract: "Looks for inputs that crash learn, or take it much time or memory.",
    discussion: "Fuzzers: \(fuzzers.map { $0.name }.joined(separator: ", ")).")

  @Argument(help: "The fuzzer; all of them without a name.")
  var name: String?

  @Option(help: "How long each fuzzer goes on.")
  var seconds = 10.0

  @Option(help: "The same seed makes the same inputs.")
  var seed = UInt64.random(in: 1..<1 << 32)

  @Option(help: "The number of the first input.")
  var first: UInt64 = 0

  @Option(help: "Read this kept input, and no other.")
  var input: String?

  @Option(help: .hidden)
  var child: String?

  func validate() throws {
    if let name, !Self.fuzzers.contains(where: { $0.name == name }) {
      throw ValidationError("there is no fuzzer `\(name)`")
    }
    if name == nil, input != nil || child != nil { throw ValidationError("which fuzzer is the input for?") }
  }

  func run() throws {
    let chosen = Self.fuzzers.filter { name == nil || $0.name == name }
    if let child {
      let folder = URL(filePath: child, directoryHint: .isDirectory)
      let given = input.map { URL(filePath: $0, directoryHint: .isDirectory) }
      return try Child(fuzzer: chosen[0].init(), folder: folder, seed: seed).run(
        from: first, seconds: seconds, given: given)
    }
    var faults = 0
    for fuzzer in chosen {
      faults += try Watch(fuzzer: fuzzer, seed: seed, given: input).run(from: first, seconds: seconds)
    }
    if faults > 0 { throw ExitCode(1) }
  }
}
