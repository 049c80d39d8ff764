/// The limits of an import. A log of twenty years has a million lines of 250 bytes.
package struct ImportLimits: Sendable {
  /// Bytes of a line.
  package var line: Int
  /// Bytes of a file.
  package var file: Int

  package init(line: Int = 1 << 20, file: Int = 1 << 32) {
    self.line = line
    self.file = file
  }
}
