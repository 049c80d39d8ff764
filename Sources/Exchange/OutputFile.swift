import Foundation

/// Where an export goes: written beside its place first, so that a failure leaves nothing half done.
struct OutputFile {
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
      // Without `withoutOverwriting` an atomic write replaces; `check` has looked a moment ago.
      try content.write(to: url, options: .atomic)
    } catch {
      throw .cannotWrite(path: path, detail: Self.reason(error))
    }
  }

  /// The system's own words.
  static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    if let underlying, underlying.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(underlying.code)))
    }
    return error.localizedDescription
  }
}
