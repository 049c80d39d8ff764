import Course

/// The reason why a site was not built.
package enum SiteError: Error, Equatable {
  /// The folder holds something that no build put there; `example` is one such file.
  case notOurs(folder: String, example: String)
  /// There is a file where the folder should be.
  case notAFolder(path: String)
  case cannotRead(path: String, reason: String)
  case cannotWrite(path: String, reason: String)
  /// The theme lacks a template.
  case noTemplate(name: String, folder: String)
  /// The reader pressed Ctrl-C.
  case interrupted
  /// A template of the theme cannot be filled in.
  case faultyTemplate(TemplateFault)
  /// A file that belongs on the pages is none of the course's.
  case refused(Problem)
}
