import Foundation

/// A program that is to run in the sandbox: its command, what it sees of this machine, and what it may take.
struct SandboxedProgram: Sendable {
  /// A file or a folder of this machine that the program may read.
  struct Input: Sendable {
    enum Kind: Equatable, Sendable {
      /// A single file. The sandbox gets a copy of its bytes, whoever the program runs as.
      case file
      /// A folder that everybody may read.
      case folder
      /// A folder that everybody may read, and that may be missing.
      case optionalFolder
      /// A folder that only the learner may read. Where the program runs as somebody else, the sandbox gets a copy.
      case privateFolder
    }

    let kind: Kind
    let source: URL
    /// The path in the sandbox's own folder.
    let name: String

    init(_ kind: Kind, _ source: URL, as name: String) {
      self.kind = kind
      self.source = source
      self.name = name
    }

    /// Returns the path under which the program finds the input.
    func path(in sandbox: Sandbox) -> String {
      sandbox.isNamespace ? "\(Bubblewrap.root)/\(name)" : source.path
    }
  }

  /// A folder in which the program may write, of which we take out what is wanted.
  struct Output: Sendable {
    /// The path in the sandbox's own folder.
    var name = "output"
    /// The number of bytes that may be written.
    let size: Int
    /// The file that lies in the folder at the beginning.
    var initial: (name: String, source: URL)?
  }

  /// The command, told where its output goes; empty where it has none.
  var command: @Sendable (_ output: String) -> [String]
  var inputs: [Input]
  var output: Output?
  var limits: ProcessLimits
  var environment: [String: String] = [:]
}
