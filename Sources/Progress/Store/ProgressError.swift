import Practice

/// An error of a learner's progress.
package enum ProgressError: Error, Equatable {
  /// The folder or file cannot be made or written: rights, a read-only disk, a file where the folder should be.
  case cannotWrite(path: String, detail: String)
  case cannotRead(path: String, detail: String)
  case diskFull(path: String)
  /// Not readable as a database, or not whole. The file is left as it is.
  case damaged(path: String, detail: String)
  /// Nothing of a damaged file can be recovered. The file is left as it is.
  case unrecoverable(path: String, detail: String)
  /// There is nothing in it, though so many events were recorded in it. The file is left as it is.
  case emptied(path: String, events: Int64)
  /// A database, but of something else. The file is left as it is.
  case foreign(path: String)
  /// A file that was written by a newer version. It is left as it is.
  case newer(path: String)
  /// Another process has kept the database locked for longer than we wait.
  case busy(path: String)
  /// SQLite refused for a reason that none of the above covers: a mistake of ours.
  case refused(path: String, code: Int32, detail: String)

  /// The clock says something that no log can hold: seconds since 1970.
  case impossibleTime(Int64)

  /// No answer has this id.
  case noSuchAnswer(EventID)
  case alreadyUndone(EventID)
  /// There are `limit` or more later answers.
  case tooLongAgo(EventID, limit: Int)

  /// A line of an import is not an event. Nothing was imported.
  case badLine(path: String, line: Int)
  /// A line of an import comes from a newer version. Nothing was imported.
  case newerLine(path: String, line: Int)
  /// A line of an import is longer than any event. Nothing was imported.
  case longLine(path: String, line: Int, limit: Int)
  /// An import is larger than any log. Nothing was imported.
  case largeFile(path: String, limit: Int)
  /// The log has another event with this id: two stores have passed for one. Nothing was imported.
  case contradiction(path: String, line: Int, EventID)

  /// A backup is not written over another file.
  case alreadyThere(path: String)
}
