/// All that `learn build-site` says about what went wrong is said here.
extension SiteError {
  /// What is wrong, in one line.
  package var message: String {
    switch self {
    case .notOurs(let folder, let example): "\(folder) holds “\(example)”, which is not part of a site built by learn"
    case .notAFolder(let path): "\(path) is a file, not a folder"
    case .cannotRead(let path, let reason): "cannot read \(path): \(reason)"
    case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
    case .noTemplate(let name, let folder): "the theme in \(folder) has no template “\(name)”"
    case .interrupted: "interrupted"
    case .faultyTemplate(let path, let reason): "\(path) is no template: \(reason)"
    }
  }

  /// What to do about it.
  package var help: String {
    switch self {
    case .notOurs: "choose a folder that is new or empty, or move the file away: nothing was changed"
    case .notAFolder: "choose another name with --output"
    case .cannotRead: "check that the file is there and that you may read it"
    case .cannotWrite: "check that you may write there and that the disk is not full: the former site is as it was"
    case .noTemplate(let name, _): "add templates/\(name).mustache"
    case .interrupted: "the former site is as it was"
    case .faultyTemplate: "check that every {{#section}} is closed by its {{/section}}"
    }
  }
}
