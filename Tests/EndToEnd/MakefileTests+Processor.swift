import Foundation
import TestSupport
import Testing

/// What is built for this machine's processor stays here, and what goes elsewhere is built for any.
extension MakefileTests {
  /// A `swift` that leaves what a build leaves in the folder that it is told; as a linker's, its archive is added to.
  func compiler() throws {
    try tool(
      "swift",
      """
      if [ "$1" = --version ]; then echo "Swift version 6.3.1"; exit; fi
      while [ $# -gt 1 ]; do case $1 in --scratch-path) folder=$2/release;; esac; shift; done
      mkdir -p "$folder/Modules"; echo "for ${LEARN_BASELINE:-this machine}" >> "$folder/libCellLibrary.a"
      printf '#!/bin/sh\\necho learn "$@"\\n' > "$folder/learn"; chmod +x "$folder/learn"
      for module in \(Self.modules.joined(separator: " ")); do echo > "$folder/Modules/$module.swiftmodule"; done
      echo "processor $LEARN_PROCESSOR" >> '\(tools.url.path)/calls'
      """)
  }

  /// A folder that comes from a machine with another processor is built anew, and SwiftPM asks the manifest again.
  @Test func anotherProcessorBuildsAnew() throws {
    try compiler()
    try built(for: "native-1")
    let outcome = try make("start")
    #expect(outcome.calls.contains("swift build"), "\(outcome.errors)")
    let here = try processor()
    #expect(here.hasPrefix("native-"))
    #expect(outcome.calls.contains("processor \(here)"), "\(outcome.calls)")
    // Nothing of the former one stays in the library.
    let library = project.url.appending(path: ".build/release/libCellLibrary.a")
    #expect(try Set(String(contentsOf: library, encoding: .utf8).split(separator: "\n")) == ["for this machine"])
    #expect(try make("start").calls.isEmpty)
  }

  @Test func whatGoesElsewhereIsBuiltForAnyProcessor() throws {
    try built()
    let target = project.url.path + "/target"
    let refused = try make("install", "DESTDIR=\(target)", "PREFIX=/usr")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("say `make LEARN_BASELINE=1`, then"), "\(refused.errors)")
    #expect(refused.errors.contains("or `make dist`"))
    #expect(!FileManager.default.fileExists(atPath: target))
    // As it says.
    try compiler()
    #expect(try make("LEARN_BASELINE=1").calls.contains("processor baseline"))
    let outcome = try make("install", "LEARN_BASELINE=1", "DESTDIR=\(target)", "PREFIX=/usr")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.calls.isEmpty, "\(outcome.calls)")
    let library = URL(filePath: target).appending(path: "usr/lib/learn/libCellLibrary.a")
    #expect(try Set(String(contentsOf: library, encoding: .utf8).split(separator: "\n")) == ["for 1"])
    // This machine's own build is as it was.
    #expect(try make("start").calls.isEmpty)
  }

  /// Two archives of the same sources are the same, whenever and by whomever they are made.
  @Test func anArchiveIsOfOneFolderAndReproducible() throws {
    try compiler()
    try project.create("Sources/LearnCommands/Learn.swift", "    version: \"1.2.3\",\n")
    var git = try LearnCommand()
    git.folder = project.url
    let identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    for words in [
      ["init", "-q"], ["add", "Makefile", "Lessons", "Exercises", "site", "Sources", "Package.swift"],
      identity + ["commit", "-q", "-m", "all"],
    ] {
      #expect(try git.start(words, program: URL(filePath: "/usr/bin/git")).result().status == 0)
    }
    func archive(umask: String) throws -> Data {
      let outcome = try make("dist", umask: umask)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output == "Written to .build-dist/learn-1.2.3-linux-x86_64.tar.gz.\n")
      return try Data(contentsOf: project.url.appending(path: ".build-dist/learn-1.2.3-linux-x86_64.tar.gz"))
    }
    let first = try archive(umask: "022")
    try change("Sources/Display/Deep/Display.swift")
    try project.create("Sources/Display/Deep/Display.swift", "Display")
    #expect(try archive(umask: "077") == first)
    let unpacked = try TemporaryFolder()
    try first.write(to: unpacked.url.appending(path: "a.tar.gz"))
    var tar = try LearnCommand()
    tar.folder = unpacked.url
    #expect(try tar.start(["xzf", "a.tar.gz"], program: URL(filePath: "/usr/bin/tar")).result().status == 0)
    let folder = unpacked.url.appending(path: "learn-1.2.3-linux-x86_64")
    for file in [
      "bin/learn", "lib/learn/libCellLibrary.a", "lib/learn/Modules/Display.swiftmodule", "LICENSE", "README.md",
      "share/learn/Lessons/course.yml", "share/learn/Sources/Browser/Deep/Browser.swift",
    ] { #expect(FileManager.default.fileExists(atPath: folder.appending(path: file).path), "\(file)") }
    #expect(try rights(below: folder)["bin/learn"] == 0o755)
  }

  /// Whoever waits for the first build is told how far it is, and what the compiler says where it fails.
  @Test func aBuildTellsItsStepsAndItsErrors() throws {
    let script = """
      if [ "$1" = --version ]; then echo "Swift version 6.3.1"; exit; fi
      echo "[39/422] Compiling Markup Block.swift"; echo "[40/422] Write sources"; sleep 16
      echo "Block.swift:1:1: error: no"; exit 1
      """
    try tool("swift", script)
    let outcome = try make("build")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("\n  0:15  step 39 of 422: Compiling Markup Block.swift\n"), "\(outcome.errors)")
    #expect(outcome.errors.contains("\nBlock.swift:1:1: error: no\n"))
    #expect(!outcome.errors.contains("[40/422]"))
    #expect(outcome.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: project.url.appending(path: ".build/release/built").path))
  }
}
