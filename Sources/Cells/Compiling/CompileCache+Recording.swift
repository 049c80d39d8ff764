import Events
import Files
import Foundation

/// A finished run is kept beside its program, as the event stream that it was.
extension CompileCache {
  private func file(_ key: String, _ variant: RunConfiguration) -> URL {
    folder.appending(path: "\(key)/\(variant.fileName)")
  }

  /// Returns the recorded run of this key; `nil` where there is no record, or none that reaches its end.
  func recording(_ key: String, of variant: RunConfiguration = RunConfiguration()) throws(CellError) -> Recording? {
    let file = file(key, variant)
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    let recording = Recording(try EventFile.events(in: file))
    return recording.done == nil ? nil : recording
  }

  /// Keeps what a run showed.
  func record(
    _ events: [Event], cell: String, _ key: String, of variant: RunConfiguration = RunConfiguration()
  ) throws(CellError) {
    let file = EventFile(file(key, variant), cell: cell)
    events.forEach(file.add)
    try file.keep()
  }
}
