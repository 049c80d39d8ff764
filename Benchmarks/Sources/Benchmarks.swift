import Foundation

/// `swift run -c release benchmarks train [--json] [--only NAME]`, `accept [rows…] [--seeds N] [--json]`,
/// `practice [--answers N] [--cards N] [--json]`, `memory [--steps N]` or `webassembly [--json]`
@main struct Benchmarks {
  static func main() async throws {
    var arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "accept" { exit(Accept.run(Array(arguments.dropFirst()))) }
    if arguments.first == "practice" { return try PracticeBenchmark.run(Array(arguments.dropFirst())) }
    if arguments.first == "memory" { return MemoryBenchmark.run(Array(arguments.dropFirst())) }
    let asJSON = arguments.contains("--json")
    arguments.removeAll { $0 == "--json" }
    var only: String?
    if let index = arguments.firstIndex(of: "--only"), index + 1 < arguments.endIndex {
      only = arguments[index + 1]
      arguments.removeSubrange(index...index + 1)
    }
    if arguments == ["webassembly"] { return try await WebAssemblyBenchmark.run(asJSON: asJSON) }
    guard arguments == ["train"] else {
      let usage = """
        usage: benchmarks train [--json] [--only NAME]
               benchmarks accept [rows…] [--seeds N] [--json]
               benchmarks practice [--answers N] [--cards N] [--json]
               benchmarks memory [--steps N]
               benchmarks webassembly [--json]

        """
      FileHandle.standardError.write(Data(usage.utf8))
      exit(64)
    }
    for benchmark in TrainingCase.all where only == nil || benchmark.name == only {
      say(benchmark.measure(), asJSON)
    }
    for benchmark in ProductCase.all where only == nil || benchmark.name == only {
      say(benchmark.measure(), asJSON)
    }
  }

  static func say(_ measurement: Measurement, _ asJSON: Bool) {
    print(asJSON ? measurement.json : measurement.text)
  }
}
