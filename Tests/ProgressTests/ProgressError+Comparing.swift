import Progress

extension ProgressError {
  /// The same error without the words of SQLite or the system, which a test does not compare.
  var bare: ProgressError {
    switch self {
    case .cannotWrite(let path, _): .cannotWrite(path: path, detail: "")
    case .cannotRead(let path, _): .cannotRead(path: path, detail: "")
    case .damaged(let path, _): .damaged(path: path, detail: "")
    default: self
    }
  }
}
