import Foundation
import Generative
import Numerics

/// The data that several rows use.
enum AcceptanceData {
  /// 1,500 digits for training and 297 for testing, grey.
  static func digits(_ seed: UInt64) -> (train: Dataset, test: Dataset) { Digits.all.split(1_500, seed: seed) }

  static func points(_ modes: GaussianModes, seed: UInt64) -> Dataset {
    var generator = RandomGenerator(seed: seed &+ 1_000)
    return modes.sample(20_000, using: &generator)
  }

  static let ring = GaussianModes.ring()

  /// Modes found and share within 3σ of 2,500 samples.
  static func modes(
    _ modes: GaussianModes, _ samples: [Float], atLeast count: Int, share: Double
  ) -> AcceptanceRow.Trial {
    let found = modes.count(in: samples)
    return AcceptanceRow.Trial(
      figure: "\(found.modes), \(decimal(found.shareNear))",
      passed: found.modes >= count && found.shareNear >= share)
  }

  struct Missing: Error, CustomStringConvertible {
    var description: String
  }

  private static let folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    .deletingLastPathComponent().appendingPathComponent("shared/data")

  private static func file(_ name: String) throws -> URL {
    let file = folder.appendingPathComponent(name)
    guard FileManager.default.fileExists(atPath: file.path) else {
      throw Missing(description: "../shared/data/\(name) is not there")
    }
    return file
  }

  /// *Pride and Prejudice*, where it lies beside the project.
  static func novel() throws -> String {
    try String(contentsOf: file("pride-and-prejudice.txt"), encoding: .utf8)
  }

  /// 28×28 digits in IDX files beside the project, inflated by the system's own command: 8,000 and 2,000.
  static func mnist() throws -> (train: Dataset, test: Dataset) {
    func array(_ name: String) throws -> IDXArray {
      let process = Process()
      let output = Pipe()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["gunzip", "-c", try file(name).path]
      process.standardOutput = output
      try process.run()
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return try IDXArray([UInt8](data))
    }
    let all = try Dataset(images: array("t10k-images-idx3-ubyte.gz"), labels: array("t10k-labels-idx1-ubyte.gz"))
    return all.split(8_000, seed: 1)
  }
}

func decimal(_ value: Double, _ places: Int = 3) -> String { String(format: "%.\(places)f", value) }
