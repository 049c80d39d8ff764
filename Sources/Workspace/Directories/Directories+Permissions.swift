import Files
import Foundation

extension Directories {
  /// Makes private what earlier versions of learn left for others to read. A chosen folder may hold other things, too:
  /// those stay as they are.
  package func mendPermissions() -> PermissionMending {
    var mending = PermissionMending()
    for folder in [home, cache] where !containsUser(folder) { mending.mend(folder, isDeep: false) }
    for name in progressFiles + ["cells", "course-ids.json", "courses.json", "data", "notices"] {
      mending.mend(home.appending(path: name))
    }
    for name in ["runs", "trainings"] { mending.mend(cache.appending(path: name)) }
    return mending
  }

  /// The database, what SQLite keeps beside it, and what restorations have kept.
  private var progressFiles: [String] {
    // A folder that cannot be listed was told of when it was mended.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: home.path)) ?? []
    return names.filter { $0.hasPrefix("progress.") || $0.hasPrefix("progress-before-") }.sorted()
  }

  /// Whether the folder is the user's own home, or one above it.
  private func containsUser(_ folder: URL) -> Bool {
    FolderPath(folder).contains(FolderPath(user))
  }
}
