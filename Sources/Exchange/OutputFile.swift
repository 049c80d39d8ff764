import Files
import Foundation

/// The file of an export: written beside its place first, so that a failure leaves nothing half done.
package struct OutputFile {
  let url: URL
  let replacing: Bool

  private var path: String { url.path(percentEncoded: false) }

  /// Throws if something is there that must not be replaced.
  func check() throws(ExchangeError) {
    if !replacing, FileManager.default.fileExists(atPath: path) { throw .alreadyThere(path: path) }
  }

  func write(_ content: Data) throws(ExchangeError) {
    try check()
    do {
      // What is there is replaced; `check` has looked a moment ago.
      try PrivateFile.write(content, to: url, isHandedOn: true)
    } catch {
      throw .cannotWrite(path: path, detail: FileErrorReason.text(error))
    }
  }
}
