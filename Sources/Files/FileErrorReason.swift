import Foundation

/// The reason why the file system refused, in a few words: Foundation's own say little.
package enum FileErrorReason {
  package static func text(_ error: any Error) -> String {
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
