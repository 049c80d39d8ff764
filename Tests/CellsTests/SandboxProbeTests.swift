import Foundation
import TestSupport
import Testing

@testable import Cells

/// What a trial has started ends with it.
@Suite struct SandboxProbeTests {
  let folder: TemporaryFolder

  init() throws {
    _ = BrokenPipe.isNoSignal
    folder = try TemporaryFolder()
  }

  /// A trial whose compiler does not answer, and says who it is.
  private func probe() throws -> SandboxProbe {
    let compiler = try folder.create("swiftc", "#!/bin/sh\necho $$ >'\(folder.url.path)/pid'\nexec sleep 600\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: compiler.path)
    let cache = CompileCache(folder: folder.url.appending(path: "cells"))
    return SandboxProbe(toolchain: Toolchain(compiler: compiler), cache: cache)
  }

  private func process() async throws -> pid_t {
    for _ in 0..<600 {
      if let text = FileManager.default.contents(atPath: folder.url.appending(path: "pid").path),
        let process = pid_t(String(decoding: text, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
      {
        return process
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw CancellationError()
  }

  private struct Told: Error {}

  @Test func itEndsWithWhatItIsMadeFor() async throws {
    let started = try await probe().during { try await process() }
    #expect(kill(started, 0) != 0)
    try FileManager.default.removeItem(at: folder.url.appending(path: "pid"))
    var other: pid_t = 0
    await #expect(throws: Told.self) {
      try await probe().during {
        other = try await process()
        throw Told()
      }
    }
    #expect(other != 0 && kill(other, 0) != 0)
  }

  @Test func oneThatNobodyHasEndsBySoon() async throws {
    var probe: SandboxProbe? = try probe()
    let asking = Task { [probe] in try await probe?.targetInfo }
    let started = try await process()
    asking.cancel()
    _ = await asking.result
    probe = nil
    for _ in 0..<200 where kill(started, 0) == 0 { try await Task.sleep(for: .milliseconds(50)) }
    #expect(kill(started, 0) != 0)
  }
}
