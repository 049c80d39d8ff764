import Foundation

/// One kind of input, and what reads it.
protocol Fuzzer {
  static var name: String { get }

  /// Gets the inputs ready that others are made of.
  init() throws

  func input(_ mutator: inout Mutator) throws -> Input

  /// Reads an input as learn does.
  ///
  /// - Parameter scratch: an empty folder to write in.
  /// - Throws: `Fault` for what must not be; any other error is a refusal, which a person would be told.
  func read(_ folder: URL, scratch: URL) throws
}

/// What must not be.
struct Fault: Error, CustomStringConvertible {
  let message: String
  var description: String { message }
}

/// The input has a fault that a person would be told.
struct Refused: Error {}

extension Fuzzer {
  /// What follows on an input that was taken: any error is a fault.
  @discardableResult
  func mustSucceed<Result>(_ what: String, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch { throw Fault(message: "\(what): \(error)") }
  }
}

/// Files with their contents, by their paths.
struct Input {
  var files: [String: [UInt8]] = [:]

  init(_ files: [String: [UInt8]]) { self.files = files }

  /// All files of a folder.
  init(contentsOf folder: URL) throws {
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let file = folder.appending(path: path)
      if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        files[path] = [UInt8](try Data(contentsOf: file))
      }
    }
  }

  /// Changes one of the files.
  mutating func change(_ path: String, with mutator: inout Mutator, others: [[UInt8]] = []) {
    files[path] = mutator.changed(files[path] ?? [], others: others)
  }

  func write(to folder: URL) throws {
    for (path, bytes) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }
}

/// Where inputs begin: this project's own files.
enum Project {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.appending(path: path))) }

  /// One of the files that are here for this alone.
  static func sample(_ name: String) throws -> [UInt8] { try bytes("Tests/Fuzz/Inputs/\(name)") }
}
