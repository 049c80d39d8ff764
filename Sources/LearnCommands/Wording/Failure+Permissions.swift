import Files

extension PermissionMending {
  /// What was mended; `nil` where there was nothing.
  var sentence: String? {
    let counts = [(folders, "folder"), (files, "file")].filter { $0.0 > 0 }
    if counts.isEmpty { return nil }
    let words = counts.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: " and ")
    return "other users could look into \(words) of yours; now only you can"
  }
}

extension Failure {
  /// Others may still look into these.
  init(notMended paths: [String]) {
    let rest = paths.count == 1 ? "" : ", nor those of \(paths.count - 1) more"
    self.init(
      "the permissions of \(paths[0]) could not be changed\(rest): other users may be able to look into it",
      help: "`ls -ld` shows whose it is; take away what is not yours, and say `learn doctor` again",
      status: .cannotCreate)
  }
}
