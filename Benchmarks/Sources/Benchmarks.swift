import Foundation

/// `.build/release/benchmarks train [--json] [--only NAME]`, `accept [rows…] [--seeds N] [--json]`,
/// `practice [--answers N] [--cards N] [--json]`, `memory [--steps N]`, `cells [--json]` or `webassembly [--json]`
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
    if arguments == ["cells"] { return try CellBenchmark.run(asJSON: asJSON) }
    guard arguments == ["train"] else {
      let usage = """
        usage: benchmarks train [--json] [--only NAME]
               benchmarks accept [rows…] [--seeds N] [--json]
               benchmarks practice [--answers N] [--cards N] [--json]
               benchmarks memory [--steps N]
               benchmarks cells [--json]
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

  /// The course in whose checkout the benchmarks were built.
  static func courseFolder(above executable: URL) -> URL {
    var folder = executable.deletingLastPathComponent()
    while folder.path != "/", !FileManager.default.fileExists(atPath: folder.appending(path: "Lessons/course.yml").path)
    {
      folder.deleteLastPathComponent()
    }
    return folder
  }

  static func say(_ measurement: Measurement, _ asJSON: Bool) {
    print(asJSON ? measurement.json : measurement.text)
  }
}
