/// An error of a cell that cannot run in a browser.
package enum WebAssemblyError: Error, Equatable {
  /// The library's sources are not where they should be.
  case noSources(searched: String)
  /// The toolchain has no linker, or no libraries, for WebAssembly.
  case noLinker(searched: String)
  /// The compiler refuses the library itself.
  case libraryDoesNotCompile(target: String, output: String)
  /// A construct that works in the terminal does not work here; the compiler said so, or the linker.
  case unsupported([CompilerMessage])
  /// No Node to run it.
  case noNode(searched: String)
  /// Node ended in a way that only a fault of ours explains.
  case hostFailed(String)
}
