import Foundation

/// The sandbox on macOS: a profile for `sandbox-exec`, of whose rules the last that fits counts.
enum Seatbelt {
  static func profile(program: URL, runtime: URL, dataFolder: URL?, writable: [URL]) -> String {
    let toolchain = runtime.deletingLastPathComponent().deletingLastPathComponent()
    func list(_ folders: [URL?]) -> String {
      folders.compactMap { $0 }.map { #"(subpath "\#(quoted($0))")"# }.joined(separator: " ")
    }
    return """
      (version 1)
      (allow default)
      (deny network*)
      (deny file-write*)
      (deny file-read* (subpath "/Users") (subpath "/Volumes") (subpath "/private/var/root"))
      (deny mach-lookup (global-name "com.apple.pasteboard.1") (global-name "com.apple.coreservices.appleevents"))
      (deny appleevent-send)
      (deny signal (target others))
      (allow file-read-metadata)
      (allow file-read* \(list([toolchain, dataFolder] + writable)) (literal "\(quoted(program))"))
      (allow file-write* \(list(writable)) (literal "/dev/null") (literal "/dev/dtracehelper"))
      """
  }

  /// A path as the kernel knows it, in a string of the profile's language.
  private static func quoted(_ file: URL) -> String {
    file.resolvingSymlinksInPath().path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
