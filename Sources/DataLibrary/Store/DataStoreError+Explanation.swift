import Foundation
import Generative
import Messages

extension DataStoreError: Explained {
  /// The explanation of why a data set was not taken, found or removed. What was there before is there still.
  package var explanation: Explanation {
    switch self {
    case .cannotRead(let path, let reason):
      Explanation("cannot read \(path): \(reason)", help: "check the name and the rights of the file", status: .noInput)
    case .cannotWrite(let path, let reason):
      Explanation(
        "cannot write to \(path): \(reason)",
        help: "make room or give yourself the right to write there; LEARN_HOME chooses another folder",
        status: .cannotCreate)
    case .damagedManifest(let path, let reason):
      Explanation(
        "\(path) is damaged: \(reason)",
        help: "take the set away with `learn data remove \(Self.folder(of: path))` and add it again", status: .data)
    case .badSetName(let name):
      Explanation(
        "a data set cannot be called “\(shown(name))”",
        help: "use letters, digits, hyphens, underscores and points, at most 100; no point or hyphen at the beginning",
        status: .usage)
    case .badFileName(let name):
      Explanation(
        "a data set cannot have a file called “\(shown(name))”",
        help: "rename it: letters, digits, hyphens, underscores and points, and not manifest.json", status: .usage)
    case .sameName(let name):
      Explanation("two of the files would be called \(name)", help: "rename one of them", status: .usage)
    case .noFiles: Explanation("name the files to add", help: "see `learn data add --help`", status: .usage)
    case .unknownKind(let file):
      Explanation(
        "\(file): what kind of file is this?",
        help: "IDX files (…-idx3-ubyte), tables (.csv) and texts (.txt) can be added, gzipped (.gz) or not",
        status: .data)
    case .tooLarge(let file, let bytes, let limit):
      Explanation(
        "\(file) has \(ByteCount.text(bytes)); at most \(ByteCount.text(limit)) are taken", status: .data)
    case .damagedGzip(let file, let error): Explanation("\(file): \(error.sentence)", status: .data)
    case .unreadable(let file, let error): Explanation("\(file): \(error.message)", status: .data)
    case .wrongChecksum(let file, let expected, let found):
      Explanation(
        "\(file) is not the file that was published: its content has the SHA-256 \(found), and should have \(expected)",
        help: "it was not taken", status: .data)
    case .wrongText(let file, nil, _):
      Explanation("\(file) is another text: its first sentence is missing", help: "it was not taken", status: .data)
    case .wrongText(let file, let words?, let expected):
      Explanation(
        "\(file) is not the whole text: \(words) words, where about \(expected) are expected",
        help: "it was not taken", status: .data)
    case .notPartOf(let set, let file, let names):
      Explanation(
        "\(file) is no file of \(set)",
        help: "its files are \(names.joined(separator: ", ")); choose another name for a set of your own",
        status: .data)
    case .alreadyThere(let name):
      Explanation(
        "there is a data set called \(name) already",
        help: "choose another name, or take it away first with `learn data remove \(name)`", status: .cannotCreate)
    case .noSuchSet(let name, let known): .unknownDataSet(name, known: known)
    }
  }

  /// The set's name, as its folder has it.
  private static func folder(of manifest: String) -> String {
    Shell.path(URL(filePath: manifest).deletingLastPathComponent().lastPathComponent)
  }
}

extension Explanation {
  static func unknownDataSet(_ name: String, known: [String]) -> Explanation {
    let all = known.isEmpty ? "there is none yet" : "there is: " + known.joined(separator: ", ")
    return Explanation(
      "no data set is called \(shown(name))",
      help: Suggestion.closest(to: name, in: known).map { "did you mean \($0)?" } ?? all, status: .noInput)
  }
}

/// A word of the command line without what could move the cursor.
func shown(_ word: String) -> String {
  String(word.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : Character($0) })
}
