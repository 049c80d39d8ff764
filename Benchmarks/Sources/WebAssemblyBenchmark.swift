import Cells
import Course
import Events
import Foundation

/// A training step as a browser does it: the small variational autoencoder as a cell, compiled for WebAssembly, in Node.
enum WebAssemblyBenchmark {
  private static let stepsAtOnce = 40

  /// One batch of uniform numbers, 64–32–32–32–64, as `TrainingCase` has it natively. The cell has no clock: each report
  /// of progress is forty steps.
  private static let code = """
    let θ = Parameters(seed: 1)
    let encoder = Dense(64, 32, .relu, in: θ)
    let μHead = Dense(32, 32, in: θ)
    let σHead = Dense(32, 32, in: θ)
    let decoder = MLP([32, 32, 64], .relu, in: θ)
    let trainer = Trainer(θ, Adam(learningRate: 1e-3), tape: Tape(seed: 2))
    var random = RandomGenerator(seed: 4)
    let batch = random.uniforms(64 * 64)
    func step() {
      trainer.minimize { tape in
        let x = tape.constant(batch, [64, 64])
        let h = encoder(x)
        let μ = μHead(h)
        let logσ² = σHead(h)
        let z = μ + exp(0.5 * logσ²) * tape.normal(μ.shape)
        return (bernoulliNLL(x, logits: decoder(z)) - 0.5 * sum(1 + logσ² - square(μ) - exp(logσ²))) / 64
      }
    }
    for round in 0...151 {
      progress(round, of: 151)
      for _ in 0..<\(stepsAtOnce) { step() }
    }
    """

  /// Prints the microseconds of a step, a line a round.
  private static let host = """
    require(process.argv[1])
    let last
    LearnCells.run(require("fs").readFileSync(process.argv[2]), {}, event => {
      if (event.kind !== "progress") return
      const now = performance.now()
      if (last !== undefined) console.log((now - last) * 1000 / \(stepsAtOnce))
      last = now
    })
    """

  static func run(asJSON: Bool) async throws {
    let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let executable = URL(filePath: CommandLine.arguments[0]).standardizedFileURL.resolvingSymlinksInPath()
    let library = try WebAssemblyLibrary.find(besides: executable)
    let cache = FileManager.default.temporaryDirectory.appending(path: "learn-benchmark")
    let probe = SandboxProbe(
      toolchain: try Toolchain.find(searchPath: searchPath), cache: CompileCache(folder: cache))
    let compiler = WebAssemblyCompiler(
      library: library, cache: cache, searchPath: searchPath, sandbox: CellSandbox(probe: probe))
    let script = library.sources.deletingLastPathComponent().appending(path: "site/scripts/cell.js")
    let cell = Cell(number: 1, id: "vae", file: "vae.md", firstLine: 1, code: code)
    let module = try await compiler.compile(CellProgram(cell))
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["node", "-e", host, script.path, module.path]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    // The first fifty rounds are the compiler's: V8 optimises what runs often.
    let steps = text.split(separator: "\n").compactMap { Double($0) }.dropFirst(50).sorted()
    guard !steps.isEmpty else {
      FileHandle.standardError.write(Data("Node has measured nothing: is `node` on the search path?\n".utf8))
      exit(69)
    }
    Benchmarks.say(
      Measurement(
        name: "vae-64-32-32-b64-wasm", median: steps[steps.count / 2], best: steps[0], unit: "µs/step"),
      asJSON)
    try await measureCompiler(compiler, CourseReader.read(Benchmarks.courseFolder(above: executable)), asJSON)
  }

  /// Every cell of the course, compiled three times; the library is compiled by now.
  private static func measureCompiler(_ compiler: WebAssemblyCompiler, _ course: Course, _ asJSON: Bool) async throws {
    for lesson in course.lessons {
      for cell in lesson.cells {
        var timings: [Double] = []
        for _ in 0..<3 {
          var edited = cell
          // What was compiled before is found again.
          edited.code = "// \(UUID().uuidString)\n" + cell.code
          let start = ContinuousClock.now
          _ = try await compiler.compile(CellProgram(edited, needing: lesson.needed(by: cell)))
          timings.append((ContinuousClock.now - start) / .milliseconds(1))
        }
        timings.sort()
        Benchmarks.say(
          Measurement(
            name: "compile-\(lesson.number)-\(cell.id)", median: timings[1], best: timings[0], unit: "ms"), asJSON)
      }
    }
  }
}
