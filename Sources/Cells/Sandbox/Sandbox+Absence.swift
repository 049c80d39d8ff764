import Messages

extension Sandbox.Absence {
  /// The warning that is given, once, where cells run without a sandbox.
  package var explanation: Explanation {
    let consequence = "cells run without a sandbox, with limits alone: they could read your files and use the network"
    return switch self {
    case .notInstalled:
      Explanation(
        "\(consequence), since `bwrap` is not installed",
        help: "install bubblewrap with your system's package manager", status: .unavailable)
    case .forbidden:
      Explanation(
        "\(consequence), since the system does not let a sandbox be made",
        help: "where user namespaces are switched off, whoever looks after the system can allow them for `bwrap`",
        status: .unavailable)
    }
  }
}
