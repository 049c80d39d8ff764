import Foundation
import Subprocess

/// One file fetched by the system's `curl`, which goes on where an earlier try broke off.
struct Download {
  let address: String
  /// Where the file is when it is whole; until then it has `.part` at its end.
  let whole: URL
  /// About how many bytes there are.
  let expected: Int
  let limit: Int

  private var part: URL { whole.appendingPathExtension("part") }
  private var received: Int { DataStore.size(part.path) ?? 0 }

  /// - Parameter onProgress: gets the bytes that are here so far, a few times a second.
  func run(onProgress: @escaping @Sendable (Int) -> Void) async throws {
    // Whole, but the fetch ended before it was taken in.
    if DataStore.size(whole.path) != nil { return }
    let hadPart = received > 0
    do {
      try await transfer(onProgress)
    } catch Outcome.cannotResume where hadPart {
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

  private enum Outcome: Error { case cannotResume }

  private func removePart() throws(DataStoreError) {
    do {
      try FileManager.default.removeItem(at: part)
    } catch {
      throw .cannotWrite(path: part.path, reason: error.localizedDescription)
    }
  }

  /// Runs curl, and beside it tells how far it is.
  private func transfer(_ onProgress: @escaping @Sendable (Int) -> Void) async throws {
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask {
        try await runCurl()
        return true
      }
      group.addTask {
        while !Task.isCancelled {
          onProgress(received)
          if received > limit { throw FetchError.tooLarge(address: address, limit: limit) }
          // Ends early when the transfer is over.
          do { try await Task.sleep(for: .milliseconds(200)) } catch { return false }
        }
        return false
      }
      defer { group.cancelAll() }
      while let isDone = try await group.next() {
        if isDone { return }
        try Task.checkCancellation()
      }
    }
  }

  private func runCurl() async throws {
    var platform = PlatformOptions()
    platform.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(1))]
    let status: TerminationStatus
    let answer: String
    let complaint: String
    do {
      let result = try await Subprocess.run(
        .name("curl"), arguments: Arguments(arguments), platformOptions: platform, input: .none,
        output: .string(limit: 1 << 12), error: .string(limit: 1 << 16))
      status = result.terminationStatus
      answer = result.standardOutput
      complaint = result.standardError
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw FetchError.noCurl
    }
    try Task.checkCancellation()
    guard !status.isSuccess else { return }
    // The meanings of curl's exit statuses: its manual page, "Exit codes".
    switch status {
    case .exited(33): throw Outcome.cannotResume
    case .exited(22) where answer == "416": throw Outcome.cannotResume
    case .exited(22): throw FetchError.refused(address: address, status: Int(answer) ?? 0)
    case .exited(63): throw FetchError.tooLarge(address: address, limit: limit)
    case .exited(23):
      throw DataStoreError.cannotWrite(path: part.path, reason: DataStore.detail(complaint))
    case .exited(18), .exited(28), .exited(56), .exited(92), .signaled:
      if received == 0 { fallthrough }
      throw FetchError.brokenOff(address: address, received: received, expected: expected)
    case .exited:
      throw FetchError.unreachable(address: address, detail: DataStore.detail(complaint))
    }
  }

  /// Nothing but http and https, no way back from https to http, and no waiting for a server that has gone silent.
  private var arguments: [String] {
    let isSecure = address.lowercased().hasPrefix("https:")
    return [
      "--fail", "--location", "--globoff", "--silent", "--show-error",
      "--proto", "=https,http", "--proto-redir", isSecure ? "=https" : "=https,http",
      "--connect-timeout", "30", "--speed-limit", "1", "--speed-time", "60", "--max-filesize", String(limit),
      "--continue-at", "-", "--output", part.path, "--write-out", "%{http_code}", "--url", address,
    ]
  }
}

extension DataStore {
  /// The last line of what curl says, without its name and number.
  fileprivate static func detail(_ complaint: String) -> String {
    let line = complaint.split(separator: "\n").last.map(String.init) ?? "curl gave no reason"
    guard line.hasPrefix("curl: ("), let end = line.range(of: ") ") else { return line }
    return String(line[end.upperBound...])
  }
}
