import Foundation

/// The sandbox on macOS: a profile for `sandbox-exec`, of whose rules the last that fits counts.
enum Seatbelt {
  static func profile(reading: [URL], writing: [URL]) -> String {
    func list(_ places: [URL]) -> String {
      places.map { #"(subpath "\#(quoted($0))")"# }.joined(separator: " ")
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
      (allow file-read* \(list(reading + writing)))
      (allow file-write* \(list(writing)) (literal "/dev/null") (literal "/dev/dtracehelper"))
      """
  }

  /// A path as the kernel knows it, in a string of the profile's language.
  private static func quoted(_ file: URL) -> String {
    file.resolvingSymlinksInPath().path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
