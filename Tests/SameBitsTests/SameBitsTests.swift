import Foundation
import LibraryBuild
import TestSupport
import Testing

/// One library, compiled several times, one result: every parameter's bits after training, compared by digest.
@Suite struct SameBitsTests {
  @Test func trainingGivesTheSameBitsEverywhere() throws {
    let here = TrainedModel.allCases.map(\.digest)
    var rows = [("as this test was built", here)]
    // Processes of their own: the number of threads belongs to the whole process, where other tests run, too.
    let folder = try TemporaryFolder()
    let files = ["TrainedModel.swift", "Programs/Main.swift"].map { sources.appendingPathComponent($0) }
    let asCells = try LibraryBuild.executable("SameBits", files, to: folder.url)
    for threads in [1, 2] {
      let lines = try asCells.run([], environment: ["LEARN_THREADS": "\(threads)"])
      rows.append(("as cells are, threads: \(threads)", try digests(lines)))
    }
    if let avx2 = LibraryVariant.avx2 { rows.append(("vectors of 256 bits", try program(avx2, threads: 2))) }
    rows.append(("any processor of this family", try program(.baseline, threads: 1)))
    if let obstacle = WebAssemblyModule.obstacle {
      print("WebAssembly left out: \(obstacle)")
    } else {
      rows.append(("WebAssembly", try webAssembly()))
    }
    print(table(rows))
    for (place, digests) in rows {
      for (model, pair) in zip(TrainedModel.allCases, zip(here, digests)) {
        #expect(pair.0 == pair.1, "\(model), \(place)")
      }
    }
  }

  private let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  private func program(_ variant: LibraryVariant, threads: Int) throws -> [UInt64] {
    let files = ["TrainedModel.swift", "Programs/Main.swift"].map { sources.appendingPathComponent($0) }
    let program = try LibraryBuild(variant).executable("SameBits", files, imports: ["Generative"])
    return try digests(program.run([], environment: ["LEARN_THREADS": "\(threads)"]))
  }

  private func webAssembly() throws -> [UInt64] {
    let files = ["TrainedModel.swift", "Programs/Exports.swift"].map { sources.appendingPathComponent($0) }
    let objects = try LibraryBuild(.webAssembly).objects("SameBits", files, imports: ["Generative", "Browser"])
    let module = try WebAssemblyModule(linking: objects, options: ["--export=digest"])
    return try digests(
      module.run(
        """
        for (let index = 0; index < \(TrainedModel.allCases.count); index++)
          console.log(BigInt.asUintN(64, library.digest(index)).toString())
        """))
  }

  private func digests(_ lines: String) throws -> [UInt64] {
    let digests = lines.split(separator: "\n").compactMap { UInt64($0) }
    try #require(digests.count == TrainedModel.allCases.count, "not a digest for each model: \(lines)")
    return digests
  }

  private func table(_ rows: [(String, [UInt64])]) -> String {
    func cell(_ text: String, _ width: Int) -> String { text.padding(toLength: width, withPad: " ", startingAt: 0) }
    let head = cell("", 32) + TrainedModel.allCases.map { cell("\($0)", 24) }.joined()
    let lines = rows.map { place, digests in
      cell(place, 32) + digests.map { cell(String(format: "%016lx", $0), 24) }.joined()
    }
    return ([head] + lines).joined(separator: "\n")
  }
}
