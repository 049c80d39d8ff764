import Files
import Foundation

/// Where an export goes: written beside its place first, so that a failure leaves nothing half done.
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
      throw .cannotWrite(path: path, detail: Self.reason(error))
    }
  }

  /// Why the file system refused, in a few words: Foundation's own say little.
  package static func reason(_ error: any Error) -> String {
    let system = error as? POSIXError ?? (error as NSError).userInfo[NSUnderlyingErrorKey] as? POSIXError
    switch system?.code {
    case .ENOTDIR?: return "a part of this path is a file and no folder"
    case .ENOENT?: return "no such file or folder"
    case .EACCES?, .EPERM?: return "permission denied"
    case .ENOSPC?: return "no space left on the disk"
    case .EROFS?: return "the disk is read-only"
    default: break
    }
    return switch (error as? CocoaError)?.code {
    case .fileNoSuchFile?, .fileReadNoSuchFile?: "no such file or folder"
    case .fileReadNoPermission?, .fileWriteNoPermission?: "permission denied"
    case .fileWriteOutOfSpace?: "no space left on the disk"
    case .fileWriteVolumeReadOnly?: "the disk is read-only"
    default:
      system.map { String(cString: strerror($0.code.rawValue)).lowercased() } ?? error.localizedDescription
    }
  }
}
