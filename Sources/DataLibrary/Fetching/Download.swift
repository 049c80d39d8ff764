import Files
import Foundation
import Subprocess

/// A file fetched by the system's `curl`, which goes on where an earlier try broke off.
struct Download {
  let address: String
  /// The place of the file when it is whole; until then it has `.part` at its end.
  let whole: URL
  /// The number of bytes that there are, more or less.
  let expected: Int
  /// The number of bytes beyond which none are taken.
  let limit: Int

  private var part: URL { whole.appendingPathExtension("part") }
  private var received: Int { DataStore.size(part.path) ?? 0 }

  /// - Parameter onProgress: gets the bytes that are here so far, whenever some come.
  func run(onProgress: @escaping @Sendable (Int) -> Void) async throws {
    // Whole, but the fetch ended before it was taken in.
    if DataStore.size(whole.path) != nil { return }
    do {
      try await transfer(onProgress)
    } catch Outcome.cannotResume {
      // The server cannot continue, or the file there has changed: from the beginning, once.
      try removePart()
      try await transfer(onProgress)
    }
    do {
      try FileManager.default.moveItem(at: part, to: whole)
    } catch {
      throw DataStoreError.cannotWrite(path: whole.path, reason: error.localizedDescription)
    }
    onProgress(DataStore.size(whole.path) ?? 0)
  }

  /// An end that comes only where there was something to go on from.
  private enum Outcome: Error { case cannotResume }

  private func removePart() throws(DataStoreError) {
    if DataStore.size(part.path) != nil { try DataStore.removeFile(part) }
  }

  private func transfer(_ onProgress: @escaping @Sendable (Int) -> Void) async throws {
    // Of an earlier version, which took more.
    if received > limit { try removePart() }
    let start = received
    do {
      try await runCurl(from: start, onProgress)
    } catch FetchError.tooLarge(let address, let limit) {
      try removePart()
      throw FetchError.tooLarge(address: address, limit: limit)
    }
    if received == 0 { throw FetchError.empty(address: address) }
  }

  /// Runs curl and counts what comes as it comes: a server can say one length and send another.
  private func runCurl(from start: Int, _ onProgress: @escaping @Sendable (Int) -> Void) async throws {
    var platform = PlatformOptions()
    platform.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(1))]
    let result: ExecutionResult<Void, SequenceOutput, StringOutput<UTF8>>
    do {
      result = try await Subprocess.run(
        .name("curl"), arguments: Arguments(arguments(from: start)), platformOptions: platform, input: .none,
        output: .sequence, error: .string(limit: 1 << 16)
      ) { execution in
        var count = start
        var writer: FileHandle?
        for try await buffer in execution.standardOutput {
          count += buffer.count
          if count > limit { throw FetchError.tooLarge(address: address, limit: limit) }
          writer = try buffer.withUnsafeBytes { try write($0, to: writer) }
          onProgress(count)
        }
      }
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw FetchError.noCurl
    }
    try Task.checkCancellation()
    if let failure = failure(result.terminationStatus, result.standardError, from: start) { throw failure }
  }

  /// - Parameter writer: `nil` in front of the first bytes: of what never came, no file is left.
  private func write(_ bytes: UnsafeRawBufferPointer, to writer: FileHandle?) throws(DataStoreError) -> FileHandle {
    do {
      if writer == nil, DataStore.size(part.path) == nil { try PrivateFile.make(part) }
      let writer = try writer ?? FileHandle(forWritingTo: part)
      try writer.seekToEnd()
      try writer.write(contentsOf: bytes)
      return writer
    } catch {
      throw .cannotWrite(path: part.path, reason: error.localizedDescription)
    }
  }

  /// The meanings of curl's exit statuses: its manual page, "Exit codes".
  private func failure(_ status: TerminationStatus, _ complaint: String, from start: Int) -> (any Error)? {
    // The last line is what we asked for, the server's status.
    let lines = complaint.split(separator: "\n")
    let answer = lines.last.flatMap { Int($0) } ?? 0
    // For curl all is well when the server says that there is nothing behind what we have.
    if start > 0, answer == 416 { return Outcome.cannotResume }
    switch status {
    case .exited(0): return nil
    case .exited(33) where start > 0: return Outcome.cannotResume
    case .exited(22): return FetchError.refused(address: address, status: answer)
    case .exited(63): return FetchError.tooLarge(address: address, limit: limit)
    default: break
    }
    if received > start { return FetchError.brokenOff(address: address, received: received, expected: expected) }
    let detail = lines.last { Int($0) == nil }.map(Self.detail) ?? "curl gave no reason"
    return FetchError.unreachable(address: address, detail: detail)
  }

  /// Returns curl's words without its name and number.
  private static func detail(_ line: Substring) -> String {
    guard line.hasPrefix("curl: ("), let end = line.range(of: ") ") else { return String(line) }
    return String(line[end.upperBound...])
  }

  /// No settings of the reader's; nothing but https, or http where the address says so, and no way back from https to
  /// http; no waiting for a server that has gone silent.
  private func arguments(from start: Int) -> [String] {
    let protocols = address.lowercased().hasPrefix("https:") ? "=https" : "=https,http"
    return [
      "--disable", "--fail", "--location", "--max-redirs", "10", "--globoff", "--silent", "--show-error",
      "--proto", protocols, "--proto-redir", protocols, "--connect-timeout", "30", "--speed-limit", "1",
      "--speed-time", "60", "--max-filesize", String(limit), "--write-out", "%{stderr}%{http_code}\n",
    ] + (start > 0 ? ["--continue-at", String(start)] : []) + ["--url", address]
  }
}
