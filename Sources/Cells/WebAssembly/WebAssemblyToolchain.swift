import Files
import Foundation

/// The parts of a Swift toolchain that make WebAssembly: the compiler, its linker, and tables for comparing strings.
package struct WebAssemblyToolchain {
  /// The whole of it, as the sandbox sees it.
  let toolchain: SandboxedProgram.Input
  /// A linker that lies elsewhere.
  private let otherLinker: SandboxedProgram.Input?
  /// The identity that tells the toolchain from any other.
  let identity: String

  /// - Throws: `WebAssemblyError.noLinker`.
  init(_ targetInfo: Toolchain.TargetInfo, searchPath: String) throws(WebAssemblyError) {
    let files = FileManager.default
    toolchain = SandboxedProgram.Input(.folder, targetInfo.root, as: "toolchain")
    identity = targetInfo.identity
    if files.isExecutableFile(atPath: targetInfo.root.appending(path: Self.linker).path) {
      otherLinker = nil
    } else {
      guard let linker = SearchPath.executable("wasm-ld", in: searchPath) else {
        throw .noLinker(searched: targetInfo.root.appending(path: "bin").path)
      }
      otherLinker = SandboxedProgram.Input(.file, linker, as: "wasm-ld")
    }
    let tables = targetInfo.root.appending(path: Self.tables)
    guard files.fileExists(atPath: tables.path) else { throw .noLinker(searched: tables.path) }
  }

  private static let linker = "bin/wasm-ld"
  private static let tables = "lib/swift/embedded/\(target)/libswiftUnicodeDataTables.a"

  var inputs: [SandboxedProgram.Input] { [toolchain] + (otherLinker.map { [$0] } ?? []) }

  func compiler(in sandbox: Sandbox) -> String { "\(toolchain.path(in: sandbox))/bin/swiftc" }

  func linker(in sandbox: Sandbox) -> String {
    otherLinker?.path(in: sandbox) ?? "\(toolchain.path(in: sandbox))/\(Self.linker)"
  }

  /// Returns the path of the tables for comparing strings.
  func tables(in sandbox: Sandbox) -> String { "\(toolchain.path(in: sandbox))/\(Self.tables)" }

  private static let target = "wasm32-unknown-none-wasm"

  /// Embedded Swift with vectors of 128 bits, small: what is not marked to be inlined is called. A browser’s sandbox
  /// needs no stack protector.
  ///
  /// Swift's own pass for retains and releases must stay away. It knows calls of the runtime; here the runtime is
  /// compiled along, and once its question whether an array is unique has become a plain load, the pass moves that load
  /// in front of the retain that makes a copy: both copies then change.
  package static let codeOptions = [
    "-target", target, "-enable-experimental-feature", "Embedded", "-enable-experimental-feature", "Extern", "-wmo",
    "-Osize", "-Xllvm", "-inline-threshold=0", "-Xllvm", "-disable-llvm-arc-opts",
    "-Xcc", "-fno-math-errno", "-Xcc", "-msimd128", "-Xfrontend", "-disable-stack-protector",
    "-Xfrontend", "-function-sections", "-enforce-exclusivity=unchecked", "-diagnostic-style", "llvm",
  ]

  static let libraryOptions =
    codeOptions + [
      // Checks of the library need not be told apart: what a page shows of it is the line that called.
      "-Xfrontend", "-mergeable-traps", "-swift-version", "6", "-package-name", "learn", "-parse-as-library",
      "-emit-module", "-suppress-warnings",
      "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature", "MemberImportVisibility",
    ]

  /// The compiler's options for a cell, as natively: language mode 5, with line tables. A page calls `runCell`.
  static let cellOptions =
    codeOptions + [
      "-swift-version", "5", "-module-name", "LessonCell", "-suppress-warnings", "-gline-tables-only",
      "-Xfrontend", "-entry-point-function-name", "-Xfrontend", "runCell",
    ]

  /// The linker's options. What nothing reaches is left out; a stack that overflows meets the end of memory, not the
  /// data. `CompactCode` needs to know where numbers are.
  static let linkOptions = [
    "--no-entry", "--export=runCell", "--stack-first", "-z", "stack-size=1048576", "--wrap=free", "--gc-sections",
    "-O2", "--error-limit=0", "--emit-relocs",
  ]
}
