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

  /// Embedded Swift for WebAssembly with vectors of 128 bits. A browser's sandbox needs no stack protector.
  package static let webAssembly = LibraryVariant(
    name: "wasm32",
    options: common + [
      "-target", "wasm32-unknown-none-wasm", "-enable-experimental-feature", "Embedded", "-Osize",
      "-Xcc", "-msimd128", "-Xfrontend", "-disable-stack-protector",
    ])

  /// Any 64-bit processor of this machine's family: on x86, vectors of 128 bits.
  package static let baseline = LibraryVariant(name: "baseline", options: common + ["-O"])
}
