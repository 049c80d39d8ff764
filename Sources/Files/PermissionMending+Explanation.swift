import Messages

extension PermissionMending {
  /// The sentence that says what was mended; `nil` where there was nothing.
  package var sentence: String? {
    let counts = [(folders, "folder"), (files, "file")].filter { $0.0 > 0 }
    if counts.isEmpty { return nil }
    let words = counts.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: " and ")
    return "other users could look into \(words) of yours; now only you can"
  }

  /// The explanation of what others may still look into; `nil` where there is nothing of the kind.
  package var explanation: Explanation? {
    guard let first = failed.first else { return nil }
    let rest = failed.count == 1 ? "" : ", nor those of \(failed.count - 1) more"
    return Explanation(
      "the permissions of \(first) could not be changed\(rest): other users may be able to look into it",
      help: "`ls -ld` shows whose it is; take away what is not yours, and say `learn doctor` again",
      status: .cannotCreate)
  }
}
