import Cells
import Foundation
import TestSupport
import Testing

/// What `make` does, with tools that do nothing but note that they were called.
@Suite struct MakefileTests {
  /// A project of a few files, and the folder of its tools.
  let project: TemporaryFolder
  let tools: TemporaryFolder

  /// The system's own tools that the Makefile may call.
  static let plain = [
    "cat", "chmod", "cksum", "cp", "date", "env", "find", "git", "grep", "gzip", "head", "install", "ls", "make",
    "mkdir", "mv", "rm", "sed", "sh", "sleep", "sort", "stat", "tail", "tar", "touch", "tr",
  ]
  static let modules = EmbeddedModules.ofCells

  init() throws {
    project = try TemporaryFolder()
    tools = try TemporaryFolder()
    for item in ["Makefile", "Scripts"] {
      try FileManager.default.copyItem(
        at: LearnCommand.project.appending(path: item), to: project.url.appending(path: item))
    }
    for file in [
      "Package.swift", "README.md", "LICENSE", "LICENSE-LESSONS.md", "Lessons/course.yml", "Lessons/pictures/ü.svg",
      "Exercises/one.md", "site/styles/a.css",
    ] {
      try project.create(file, file)
    }
    try project.create("Sources/Cells/EmbeddedModules.txt", Self.modules.map { "\($0) cell\n" }.joined())
    for module in Self.modules + ["Browser"] { try project.create("Sources/\(module)/Deep/\(module).swift", module) }
    for tool in Self.plain {
      let directories = ["/usr/bin/", "/bin/"].map { $0 + tool }
      let place = try #require(directories.first(where: FileManager.default.fileExists), "no \(tool)")
      try FileManager.default.createSymbolicLink(
        atPath: tools.url.appending(path: tool).path, withDestinationPath: place)
    }
    try tool("uname", #"if [ "$1" = -m ]; then echo x86_64; else echo Linux; fi"#, notes: false)
    try tool("id", "echo 1000", notes: false)
    try tool("pkg-config")
    try tool("clang")
    try tool("bwrap")
    try tool("swift", #"if [ "$1" = --version ]; then echo "Swift version 6.3.1"; fi"#)
  }

  /// - Parameter notes: whether it notes its words.
  func tool(_ name: String, _ script: String = "", notes: Bool = true) throws {
    let text = "#!/bin/sh\n" + (notes ? "echo \"\(name) $*\" >> '\(tools.url.path)/calls'\n" : "") + script + "\n"
    let file = try tools.create(name, text)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
  }

  /// Libraries and bubblewrap are missing; Debian's tools would bring them.
  func withoutLibraries() throws {
    try tool("pkg-config", "exit 1")
    try FileManager.default.removeItem(at: tools.url.appending(path: "bwrap"))
    try tool("dpkg-query", #"case "$*" in *libsqlite3-dev|*pkg-config) printf 'install ok installed';; esac"#)
    try tool("apt-get")
    try tool("brew")
    try tool("sudo", "true")
  }

  /// As `make build` leaves it.
  ///
  /// - Parameters:
  ///   - folder: where it was built.
  ///   - processor: which it was built for.
  func built(in folder: String = ".build", for processor: String? = nil) throws {
    try project.create("\(folder)/release/learn", "#!/bin/sh\necho learn \"$@\"\n")
    let learn = project.url.appending(path: "\(folder)/release/learn")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: learn.path)
    try project.create("\(folder)/release/libCellLibrary.a", "library")
    for module in Self.modules { try project.create("\(folder)/release/Modules/\(module).swiftmodule", module) }
    try project.create("\(folder)/release/built", try processor ?? self.processor())
  }

  /// What the Makefile calls this machine's processor.
  func processor() throws -> String {
    try project.create("processor.mk", "include Makefile\nprocessor:\n\t@echo $(PROCESSOR);\n")
    return try make("-s", "-f", "processor.mk", "processor").output
  }

  /// A file becomes newer than the build.
  func change(_ path: String) throws {
    let file = try project.create(path, "new")
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: 60)], ofItemAtPath: file.path)
  }

  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
    /// What the tools noted.
    let calls: String
  }

  /// - Parameter umask: of whoever calls.
  func make(_ arguments: String..., umask: String = "022") throws -> Outcome {
    var command = try LearnCommand()
    command.folder = project.url
    command.environment = ["PATH": tools.url.path, "HOME": command.home.url.path, "LANG": "C.UTF-8"]
    let calls = tools.url.appending(path: "calls")
    try Data().write(to: calls)
    let words = ["-c", "umask \(umask); exec make \"$@\"", "sh"] + arguments
    let result = try command.start(words, program: URL(filePath: "/bin/sh")).result()
    return Outcome(
      status: result.status, output: result.output, errors: result.errors,
      calls: String(decoding: try Data(contentsOf: calls), as: UTF8.self))
  }

  /// All files and folders below, with their rights.
  func rights(below folder: URL) throws -> [String: Int] {
    var rights: [String: Int] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.appending(path: path).path)
      rights[path] = attributes[.posixPermissions] as? Int
    }
    return rights
  }

  @Test(arguments: [["build"], [], ["documentation"], ["install"], ["uninstall"], ["lint"], ["libraries"]])
  func nothingIsInstalledUnasked(arguments: [String]) throws {
    try withoutLibraries()
    let target = project.url.path + "/target"
    let outcome = try make(arguments.first ?? "build", "PREFIX=\(target)")
    for word in ["apt-get", "brew", "sudo"] { #expect(!outcome.calls.contains(word), "\(outcome.calls)") }
    guard ["build", nil, "documentation"].contains(arguments.first) else { return }
    #expect(outcome.status == 2)
    #expect(!outcome.calls.contains("swift build"))
    #expect(
      outcome.errors.contains(
        "\n  apt-get install libcmark-gfm-dev libcmark-gfm-extensions-dev libpng-dev zlib1g-dev libseccomp-dev "
          + "bubblewrap"),
      "\(outcome.errors)")
    #expect(outcome.errors.contains("make setup"))
  }

  @Test(arguments: ["start", "test", "setup"]) func whatIsMissingIsInstalledAndSaidBefore(target: String) throws {
    try withoutLibraries()
    // What is installed is there.
    try tool("apt-get", "case \"$*\" in install*) printf '#!/bin/sh\\n' > '\(tools.url.path)/pkg-config';; esac")
    try tool("sudo", #"if [ "$1" = -n ]; then shift; fi; "$@""#)
    try tool(
      "swift",
      "echo 'Swift version 6.3.1'; case \"$*\" in *CellLibrary) mkdir -p .build/release; "
        + "printf '#!/bin/sh\\necho learn \"$@\"\\n' > .build/release/learn; chmod +x .build/release/learn;; esac")
    let outcome = try make(target)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.calls.contains("apt-get install -y -qq libcmark-gfm-dev"), "\(outcome.calls)")
    #expect(outcome.errors.contains("Installing with sudo apt-get: libcmark-gfm-dev"), "\(outcome.errors)")
    #expect(!outcome.calls.contains("install -y -qq pkg-config"), "what is here is not installed: \(outcome.calls)")
    if target == "start" { #expect(outcome.output.hasSuffix("learn next\n"), "\(outcome.output)") }
  }

  @Test func whoMayNotInstallIsTold() throws {
    try withoutLibraries()
    try tool("sudo", "exit 1")
    let outcome = try make("start")
    #expect(outcome.status == 2)
    #expect(!outcome.calls.contains("apt-get"))
    #expect(outcome.errors.contains("Ask somebody who may install them to run:\n  apt-get install libcmark-gfm-dev"))
    // Without the sandbox alone one goes on.
    try tool("pkg-config")
    try built()
    try change("Sources/Display/new.swift")
    #expect(try make("start").calls.contains("swift build -c release --scratch-path .build"))
  }

  @Test func theSecondStartLooksForNothing() throws {
    try built()
    let outcome = try make("start")
    #expect(outcome.output.hasSuffix("learn next\n"))
    #expect(outcome.calls.isEmpty, "\(outcome.calls)")
  }

  @Test func withoutSwiftNothingElseIsDone() throws {
    try withoutLibraries()
    try FileManager.default.removeItem(at: tools.url.appending(path: "swift"))
    let outcome = try make("start")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("there is no Swift here"), "\(outcome.errors)")
    #expect(outcome.calls.isEmpty, "\(outcome.calls)")
    // The oldest that was tried is the oldest that is named.
    try tool("swift", "echo 'Swift version 6.2.4'")
    #expect(try make("build").errors.contains("learn needs Swift 6.3 or newer; this is 6.2."))
  }

  /// Whoever installs, with whatever umask, compiles nothing; all can read what was installed, and it is only what
  /// belongs to the project.
  @Test(arguments: ["022", "077", "000"]) func installingCopiesWhatIsBuilt(umask: String) throws {
    try built()
    for file in ["Lessons/.DS_Store", "Lessons/course.yml~", "Lessons/#course.yml#", "site/.hidden/secret"] {
      try project.create(file)
    }
    // A folder of somebody's own stays private.
    let target = project.url.appending(path: "a place; of $own", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(
      at: target.appending(path: "usr/bin"), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let words = ["PREFIX=\(target.path.replacing("$", with: "$$"))/usr"]
    let outcome = try make("install", words[0], umask: umask)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.calls.isEmpty, "\(outcome.calls)")
    var rights = try rights(below: target.appending(path: "usr"))
    #expect(rights.removeValue(forKey: "bin") == 0o700)
    #expect(rights.removeValue(forKey: "bin/learn") == 0o755)
    for (path, mode) in rights {
      let isFolder = try target.appending(path: "usr/\(path)").resourceValues(forKeys: [.isDirectoryKey]).isDirectory
      #expect(mode == (isFolder == true ? 0o755 : 0o644), "\(path)")
    }
    let shared = rights.keys.filter { $0.hasPrefix("share/learn/") }.map { String($0.dropFirst(12)) }
    #expect(
      shared.filter { $0.contains(".") }.sorted()
        == (["Exercises/one.md", "Lessons/course.yml", "Lessons/pictures/ü.svg", "site/styles/a.css"]
        + (Self.modules + ["Browser"]).map { "Sources/\($0)/Deep/\($0).swift" }).sorted())
    #expect(rights["lib/learn/Modules/Display.swiftmodule"] != nil && rights["lib/learn/libCellLibrary.a"] != nil)

    #expect(try make("uninstall", words[0]).status == 0)
    let left = try FileManager.default.subpathsOfDirectory(atPath: target.path)
    #expect(left.sorted() == ["usr", "usr/bin", "usr/lib", "usr/share"])
  }

  /// Where there is git, its word counts: a draft is nobody's business.
  @Test func whatGitDoesNotKnowIsNotInstalled() throws {
    var command = try LearnCommand()
    command.folder = project.url
    for words in [["init", "-q"], ["add", "Makefile", "Lessons", "Exercises", "site", "Sources", "Package.swift"]] {
      #expect(try command.start(words, program: URL(filePath: "/usr/bin/git")).result().status == 0)
    }
    try project.create("Lessons/draft.md")
    try built()
    let target = project.url.path + "/target"
    #expect(try make("install", "PREFIX=\(target)").status == 0)
    let installed = try FileManager.default.contentsOfDirectory(atPath: target + "/share/learn/Lessons")
    #expect(installed.sorted() == ["course.yml", "pictures"])
  }

  @Test func whatIsNotBuiltIsNotInstalled() throws {
    let target = project.url.path + "/target"
    func isRefused() throws {
      let outcome = try make("install", "PREFIX=\(target)")
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("is not built yet: say `make` first"), "\(outcome.errors)")
      #expect(outcome.calls.isEmpty, "\(outcome.calls)")
      #expect(!FileManager.default.fileExists(atPath: target))
    }
    try isRefused()
    try built()
    // A source that is newer than the build.
    try change("Sources/Display/Deep/Display.swift")
    try isRefused()
  }
}
