import Course
import Files
import Foundation
import Messages
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// The Swift compiler that compiles cells.
package struct Toolchain: Sendable, Equatable {
  package let compiler: URL

  /// The first `swiftc` on the search path.
  package static func find(searchPath: String) throws(CellError) -> Toolchain {
    guard let compiler = SearchPath.executable("swiftc", in: searchPath) else {
      throw .noToolchain(searched: searchPath)
    }
    return Toolchain(compiler: compiler)
  }

  /// The compiler's own description of itself and its target.
  package struct TargetInfo: Codable, Equatable, Sendable {
    /// `6.3.1`
    package var version: String
    /// The version, such as `6.3.1`.
    package var runtime: URL
    /// The identity of the compiler that gave the answer.
    var identity: String
    /// The toolchain's name of this machine's processor, such as `x86_64`.
    var architecture: String

    /// The folder that holds the toolchain's `bin` and `lib`.
    var root: URL { runtime.deletingLastPathComponent().deletingLastPathComponent() }
  }

  /// The oldest compiler that was tried.
  static let oldest = (major: 6, minor: 3)

  /// The compiler's version and runtime. It is asked once; the answer is kept in `cache` until there is another
  /// compiler.
  ///
  /// - Throws: `oldToolchain`, `unusableToolchain`, `interrupted`.
  package func targetInfo(cache: URL) async throws(CellError) -> TargetInfo {
    let file = cache.appending(path: "toolchain.json")
    let targetInfo: TargetInfo
    if let known = remembered(file) {
      targetInfo = known
    } else {
      targetInfo = try await ask()
      do {
        try PrivateFolder.make(cache)
        try PrivateFile.write(JSONEncoder().encode(targetInfo), to: file)
      } catch {
        throw .cannotWrite(path: file.path, reason: error.localizedDescription)
      }
    }
    guard Self.isNewEnough(targetInfo.version) else {
      throw .oldToolchain(version: targetInfo.version, path: compiler.path)
    }
    return targetInfo
  }

  /// Reads the kept answer; `nil` where it is damaged, or was given by another compiler.
  private func remembered(_ file: URL) -> TargetInfo? {
    guard let data = FileManager.default.contents(atPath: file.path),
      let targetInfo = try? JSONDecoder().decode(TargetInfo.self, from: data), targetInfo.identity == identity
    else { return nil }
    return targetInfo
  }

  private func ask() async throws(CellError) -> TargetInfo {
    struct Answer: Decodable {
      struct Paths: Decodable { var runtimeResourcePath: String }
      struct Target: Decodable { var arch: String? }
      var compilerVersion: String
      var target: Target?
      var paths: Paths
    }
    let output: String
    do {
      let result = try await run(
        .path(FilePath(compiler.path)), arguments: ["-print-target-info"], output: .string(limit: 1 << 20),
        error: .string(limit: 1 << 20))
      output = result.terminationStatus.isSuccess ? result.standardOutput : ""
      if output.isEmpty, !Task.isCancelled {
        throw CellError.unusableToolchain(path: compiler.path, reason: visible(result.standardError))
      }
    } catch let error as CellError {
      throw error
    } catch {
      throw Task.isCancelled ? .interrupted : .unusableToolchain(path: compiler.path, reason: "\(error)")
    }
    if Task.isCancelled { throw .interrupted }
    do {
      let answer = try JSONDecoder().decode(Answer.self, from: Data(output.utf8))
      guard let version = answer.compilerVersion.firstMatch(of: /Swift version (?<number>[0-9.]+)/) else {
        throw CellError.unusableToolchain(path: compiler.path, reason: visible(answer.compilerVersion))
      }
      return TargetInfo(
        version: String(version.number), runtime: URL(filePath: answer.paths.runtimeResourcePath), identity: identity,
        architecture: answer.target?.arch ?? "x86_64")
    } catch let error as CellError {
      throw error
    } catch {
      throw .unusableToolchain(path: compiler.path, reason: "its answer to -print-target-info cannot be read")
    }
  }

  static func isNewEnough(_ version: String) -> Bool {
    let parts = version.split(separator: ".").map { Int($0) ?? 0 }
    return (parts.first ?? 0, parts.dropFirst().first ?? 0) >= (oldest.major, oldest.minor)
  }

  /// The mark that tells this compiler from any other, without the 50 ms of asking it: the real file's path, size and
  /// date. Behind `swiftly` stands whichever compiler its configuration names.
  var identity: String {
    let file = compiler.resolvingSymlinksInPath()
    let chosen = file.deletingLastPathComponent().deletingLastPathComponent().appending(path: "config.json")
    let files = [file] + (file.lastPathComponent == "swiftly" ? [chosen] : [])
    return files.map { FileIdentity.of($0) ?? $0.path }.joined(separator: " ")
  }
}
