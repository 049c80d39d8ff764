import Foundation
import TestSupport
import Testing

/// Whatever a home is called, and wherever it was before, cells run there; and where none runs, `doctor` says so.
@Suite struct HomeTests {
  /// A command whose home and cache lie in a folder of this name.
  private func command(in folder: URL) throws -> LearnCommand {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var learn = try LearnCommand()
    learn.environment["HOME"] = folder.path
    learn.environment["XDG_CACHE_HOME"] = nil
    return learn
  }

  @Test(arguments: ["jürgen", "太郎 さん", "José's \"home\""]) func anyNameWillDo(name: String) throws {
    let place = try TemporaryFolder()
    let learn = try command(in: place.url.appending(path: name))
    let ran = try learn.run("run", "1.2", "--json")
    #expect(ran.status == 0, "\(ran.errors)")
    let doctor = try learn.run("doctor")
    #expect(doctor.status == 0, "\(doctor.output)")
    #expect(doctor.output.contains(/✓ a cell +compiled and run in \d+\.\d s\n/), "\(doctor.output)")
  }

  /// Renamed, copied or restored with its cache: what the compiler keeps there says where it was made.
  @Test func aHomeMayBeRenamed() throws {
    let place = try TemporaryFolder()
    let before = place.url.appending(path: "a"), after = place.url.appending(path: "b")
    #expect(try command(in: before).run("run", "1.2").status == 0)
    try FileManager.default.moveItem(at: before, to: after)
    let learn = try command(in: after)
    for cell in ["1.1", "1.2"] {
      let ran = try learn.run("run", cell)
      #expect(ran.status == 0, "\(ran.errors)")
    }
    #expect(try learn.run("doctor").status == 0)
  }

  #if os(Linux)
    /// A compiler that is there and compiles nothing is no ✓.
    @Test func whereNoCellRunsDoctorSaysSo() throws {
      let place = try TemporaryFolder()
      var learn = try command(in: place.url.appending(path: "home"))
      let swiftc = try #require(
        (learn.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/swiftc" }
          .first { FileManager.default.isExecutableFile(atPath: $0) })
      try place.create("bin/swiftc", "#!/bin/sh\ncase \"$*\" in *-c*) exit 1;; esac\nexec '\(swiftc)' \"$@\"\n")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: place.url.appending(path: "bin/swiftc").path)
      learn.environment["PATH"] = place.url.appending(path: "bin").path + ":" + (learn.environment["PATH"] ?? "")
      let doctor = try learn.run("doctor")
      #expect(doctor.status == 69, "\(doctor.output)")
      #expect(doctor.output.contains("✗ "), "\(doctor.output)")
    }
  #endif
}
