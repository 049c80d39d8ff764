import Foundation

/// The command that makes a program of a cell's object file.
struct LinkCommand {
  /// The path of the toolchain's folder as the linker sees it.
  let toolchain: String
  let targetInfo: Toolchain.TargetInfo
  let archive: String
  /// Whether the program means Foundation. It gives errors their words, also where no function of it is called.
  let isWithFoundation: Bool

  #if os(Linux)
    /// The linker's options. Libraries that an object file asks for in its sections are ignored; a function without an
    /// instruction of its own (`rounded()`) is a call of the mathematics library.
    static let options = ["-fuse-ld=lld", "-pie", "-Wl,--no-dependent-libraries", "-Wl,--as-needed", "-lm"]

    /// All libraries of the toolchain, of which those stay that the program needs.
    func words(object: String, to program: String) -> [String] {
      let folder = "\(toolchain)/lib/swift/linux"
      let names =
        (try? FileManager.default.contentsOfDirectory(atPath: targetInfo.runtime.appending(path: "linux").path)) ?? []
      let libraries = names.filter { $0.hasPrefix("lib") && $0.hasSuffix(".so") && !Self.ofTests.contains($0) }.sorted()
      let foundation = isWithFoundation ? ["-Wl,--no-as-needed", "-lFoundation", "-Wl,--as-needed"] : []
      return ["\(toolchain)/bin/clang"] + Self.options + [
        "\(folder)/\(targetInfo.architecture)/swiftrt.o", object, archive, "-L", folder,
      ] + foundation + libraries.map { "-l\($0.dropFirst(3).dropLast(3))" } + ["-o", program]
    }

    private static let ofTests: Set = [
      "libTesting.so", "libXCTest.so", "lib_TestDiscovery.so", "lib_Testing_Foundation.so", "lib_TestingInterop.so",
      "libswiftRemoteMirror.so",
    ]
  #else
    /// Apple's linker would otherwise take libraries from an object file. The driver knows the system's folders.
    static let options = ["-Xlinker", "-ignore_auto_link"]

    func words(object: String, to program: String) -> [String] {
      ["\(toolchain)/bin/swiftc"] + Self.options + [
        object, archive, "-lswiftCore", "-framework", "Foundation", "-o", program,
      ]
    }
  #endif
}
