import Messages

extension WebAssemblyError: Explained {
  package var explanation: Explanation {
    switch self {
    case .noSources(let searched):
      Explanation(
        "the model library's sources are missing; looked in \(searched)", help: "install again with `make install`",
        status: .unavailable)
    case .noLinker(let searched):
      Explanation(
        "this Swift toolchain cannot make WebAssembly: it lacks \(searched)",
        help: "install a toolchain from https://www.swift.org/install; those of Xcode cannot", status: .unavailable)
    case .libraryDoesNotCompile(let target, let output):
      Explanation(
        [Fault("\(target) does not compile for browsers with this Swift compiler", notes: [.lines(output)])],
        status: .software)
    case .unsupported(let messages):
      Explanation(
        messages.filter { $0.severity == .error }.map { message in
          Fault(
            BrowserLimit.sentence(for: message.text), at: message.place,
            notes: [.compiler(message.text), .help(BrowserLimit.help(for: message.text))])
        }, isList: true, status: .data)
    case .noNode:
      Explanation(
        "there is no Node, in which cells run as in a browser: no `node` on the search path",
        help: "install Node 20 or newer from https://nodejs.org", status: .unavailable)
    case .hostFailed(let output):
      Explanation([Fault("Node could not run the cell", notes: [.lines(output)])], status: .software)
    }
  }
}
