import Foundation
import Generative
import Learning
import Numerics

/// Files of trainings whose digests are right, as who wants to deceive would make them. A run is taken up with each.
struct Trainings: Fuzzer {
  static let name = "trainings"
  private static let identity = ["program", "7", "β=4.0", ""]
  private static let file = "trainings"
  private let sample: [UInt8]

  init() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "learn-fuzz-\(UUID().uuidString)")
    Self.train(file, resumes: false)
    sample = [UInt8](try Data(contentsOf: file))
    try FileManager.default.removeItem(at: file)
    if Self.sealed(sample) != sample { throw Fault(message: "the seal is not the format's") }
  }

  func input(_ mutator: inout Mutator) -> Input {
    Input([Self.file: Self.sealed(mutator.changedBinary(sample, others: [sample]))])
  }

  func read(_ folder: URL, scratch: URL) throws {
    let file = scratch.appending(path: Self.file)
    try FileManager.default.copyItem(at: folder.appending(path: Self.file), to: file)
    let read = try TrainingFile(contentsOf: file.path)
    let again = try mustSucceed("what was written") { try TrainingFile(bytes: read.bytes) }
    if again.bytes != read.bytes { throw Fault(message: "written again, the file is another one") }
    guard read.identity == Self.identity else { throw Refused() }
    failureHandler = { _, _ in exit(Watch.refusal) }
    Self.train(file, resumes: true)
  }

  /// What a cell does.
  private static func train(_ file: URL, resumes: Bool) {
    keepTrainings(
      in: file.path, of: identity, resumes: resumes, isAskedToStop: { false }, stopped: { _, _, _ in exit(1) })
    let model = Autoencoder(features: 2, latent: 1, hidden: [3])
    let data = Dataset(inputs: [0, 1, 1, 0, 0.5, 0.5], labels: [0, 1, 0], features: 2, classes: 2)
    model.fit(data, steps: 4, batch: 2) { step in
      if step.number % 2 == 0 { _ = model.encode([0, 1]) }
    }
    saveTrainings()
  }

  /// The file, with the digests of its parts and then its own made right.
  private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let mark = Array("LEARN-CP".utf8)
    for start in bytes.indices.dropFirst(4) where bytes[start...].starts(with: mark) {
      let length = bytes[start - 4..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
      if length > 8, length <= bytes.count - start { seal(&bytes, start..<start + length) }
    }
    if bytes.count > 8 { seal(&bytes, 0..<bytes.count) }
    return bytes
  }

  private static func seal(_ bytes: inout [UInt8], _ part: Range<Int>) {
    var digest = FNV1a()
    for byte in bytes[part.dropLast(8)] { digest.combine(byte) }
    for place in 0..<8 { bytes[part.upperBound - 8 + place] = UInt8(truncatingIfNeeded: digest.value >> (8 * place)) }
  }
}
