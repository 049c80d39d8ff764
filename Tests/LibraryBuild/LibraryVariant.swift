import Cells
import Foundation

/// For which machine the library is compiled, and how.
package struct LibraryVariant: Sendable {
  package let name: String
  let options: [String]

  /// What both kinds of build are told.
  private static let common = [
    "-swift-version", "6", "-package-name", "learn", "-wmo", "-warnings-as-errors",
    "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature", "MemberImportVisibility",
    "-enable-experimental-feature", "Extern", "-Xcc", "-fno-math-errno",
  ]

  /// Embedded Swift for WebAssembly, as a page's cells are compiled.
  package static let webAssembly = LibraryVariant(
    name: "wasm32", options: common + WebAssemblyToolchain.codeOptions)

  /// Any 64-bit processor of this machine's family: on x86, vectors of 128 bits.
  package static let baseline = LibraryVariant(name: "baseline", options: common + ["-O"])

  /// Processors with vectors of 256 bits, where this one has them.
  package static let avx2: LibraryVariant? = {
    #if arch(x86_64)
      guard processorHas("avx2") else { return nil }
      return LibraryVariant(name: "avx2", options: common + ["-O", "-Xcc", "-march=x86-64-v3", "-D", "AVX2"])
    #else
      return nil
    #endif
  }()

  /// As the package is built here: with all that this processor has.
  package static let native: LibraryVariant = {
    #if arch(x86_64)
      let tile = processorHas("avx512f") ? ["-D", "AVX512"] : processorHas("avx2") ? ["-D", "AVX2"] : []
      return LibraryVariant(name: "native", options: common + ["-O", "-Xcc", "-march=native"] + tile)
    #else
      return LibraryVariant(name: "native", options: common + ["-O"])
    #endif
  }()

  /// Whether the processor has a feature, as Linux tells it.
  private static func processorHas(_ feature: String) -> Bool {
    let text = FileManager.default.contents(atPath: "/proc/cpuinfo") ?? Data()
    return String(decoding: text, as: UTF8.self).contains(" \(feature) ")
  }
}
