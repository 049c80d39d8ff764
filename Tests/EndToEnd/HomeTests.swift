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
    /// All that is installed is there, and no cell runs: the library is of another Swift.
    @Test func whereNoCellRunsDoctorSaysSo() throws {
      let place = try TemporaryFolder()
      let files = FileManager.default
      let program = try LearnCommand.executable(), products = program.deletingLastPathComponent()
      let copy = place.url.appending(path: "bin/learn"), modules = place.url.appending(path: "bin/Modules")
      try files.createDirectory(at: modules, withIntermediateDirectories: true)
      try files.copyItem(at: program, to: copy)
      let archive = products.appending(path: "libCellLibrary.a")
      try files.copyItem(at: archive, to: place.url.appending(path: "bin/libCellLibrary.a"))
      for name in try files.contentsOfDirectory(atPath: products.appending(path: "Modules").path) {
        try files.copyItem(at: products.appending(path: "Modules/\(name)"), to: modules.appending(path: name))
      }
      try Data("of another Swift".utf8).write(to: modules.appending(path: "Generative.swiftmodule"))
      let learn = try command(in: place.url.appending(path: "home"))
      let sentence = "was built with another Swift, and there is another one now"
      let doctor = try learn.start(["doctor"], program: copy).result()
      #expect(doctor.status == 69, "\(doctor.output)")
      #expect(doctor.output.contains("✗ cells") && doctor.output.contains(sentence), "\(doctor.output)")
      #expect(try learn.start(["course", "trust", "--always"], program: copy).result().status == 0)
      let ran = try learn.start(["run", "1.2"], program: copy).result()
      #expect(ran.status == 69)
      #expect(ran.errors.contains(sentence), "\(ran.errors)")
      #expect(ran.errors.contains("help: build it again with `make build`"), "\(ran.errors)")
      let built = try learn.start(["build-site", "--output", place.url.path + "/site"], program: copy).result()
      #expect(built.status == 69, "\(built.status)")
      #expect(built.errors.contains(sentence), "\(built.errors)")
    }
  #endif
}
