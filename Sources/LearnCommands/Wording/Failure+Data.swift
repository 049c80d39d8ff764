import Messages
import Course
import DataLibrary
import Foundation
import Generative

extension Failure {
  /// Why a data set was not taken, found or removed. What was there before is there still.
  init(data error: DataStoreError) {
    switch error {
    case .cannotRead(let path, let reason):
      self.init("cannot read \(path): \(reason)", help: "check the name and the rights of the file", status: .noInput)
    case .cannotWrite(let path, let reason):
      self.init(
        "cannot write to \(path): \(reason)",
        help: "make room or give yourself the right to write there; LEARN_HOME chooses another folder",
        status: .cannotCreate)
    case .damagedManifest(let path, let reason):
      self.init(
        "\(path) is damaged: \(reason)",
        help: "take the set away with `learn data remove \(Self.folder(of: path))` and add it again", status: .data)
    case .badSetName(let name):
      self.init(
        "a data set cannot be called “\(Self.shown(name))”",
        help: "use letters, digits, hyphens, underscores and points, at most 100; no point or hyphen at the beginning",
        status: .usage)
    case .badFileName(let name):
      self.init(
        "a data set cannot have a file called “\(Self.shown(name))”",
        help: "rename it: letters, digits, hyphens, underscores and points, and not manifest.json", status: .usage)
    case .sameName(let name):
      self.init("two of the files would be called \(name)", help: "rename one of them", status: .usage)
    case .noFiles: self.init("name the files to add", help: "see `learn data add --help`", status: .usage)
    case .unknownKind(let file):
      self.init(
        "\(file): what kind of file is this?",
        help: "IDX files (…-idx3-ubyte), tables (.csv) and texts (.txt) can be added, gzipped (.gz) or not",
        status: .data)
    case .tooLarge(let file, let bytes, let limit):
      self.init(
        "\(file) has \(ByteCount.text(bytes)); at most \(ByteCount.text(limit)) are taken", status: .data)
    case .damagedGzip(let file, let error): self.init("\(file): \(Self.sentence(error))", status: .data)
    case .unreadable(let file, let error): self.init("\(file): \(error.message)", status: .data)
    case .wrongChecksum(let file, let expected, let found):
      self.init(
        "\(file) is not the file that was published: its content has the SHA-256 \(found), and should have \(expected)",
        help: "it was not taken", status: .data)
    case .wrongText(let file, nil, _):
      self.init("\(file) is another text: its first sentence is missing", help: "it was not taken", status: .data)
    case .wrongText(let file, let words?, let expected):
      self.init(
        "\(file) is not the whole text: \(words) words, where about \(expected) are expected",
        help: "it was not taken", status: .data)
    case .notPartOf(let set, let file, let names):
      self.init(
        "\(file) is no file of \(set)",
        help: "its files are \(names.joined(separator: ", ")); choose another name for a set of your own",
        status: .data)
    case .alreadyThere(let name):
      self.init(
        "there is a data set called \(name) already",
        help: "choose another name, or take it away first with `learn data remove \(name)`", status: .cannotCreate)
    case .noSuchSet(let name, let known): self.init(unknownSet: name, known: known)
    }
  }

  /// Why what was fetched is not the file.
  init(fetched error: DataStoreError) {
    self.init(data: error)
    help = "what had come is removed: fetch it again, or from another address with `--from`"
  }

  /// Why a file was not fetched.
  init(fetch error: FetchError) {
    switch error {
    case .noCurl:
      self.init(
        "there is no `curl` on the search path, which fetches the files",
        help: "install curl, or download the files yourself and use `learn data add`", status: .unavailable)
    case .badAddress(let address):
      self.init(
        "“\(Self.shown(address))” is no address to fetch from",
        help: "give the folder where the files are, for example `--from https://example.org/mnist/`", status: .usage)
    case .refused(let address, let status):
      self.init(
        "the server refused \(address): status \(status)", help: "try another address with `--from`",
        status: .unavailable)
    case .unreachable(let address, let detail):
      self.init(
        "\(address) does not answer: \(detail)", help: "check your connection, or try another address with `--from`",
        status: .unavailable)
    case .brokenOff(let address, let received, let expected):
      self.init(
        "\(address) broke off after \(ByteCount.text(received)) of \(ByteCount.text(expected))",
        help: "what has come is kept: the same command goes on there", status: .unavailable)
    case .tooLarge(let address, let limit):
      self.init(
        "\(address) is larger than \(ByteCount.text(limit)), and no file of the set is: it was not fetched, and what had "
          + "come of it is removed", help: "try another address with `--from`", status: .data)
    case .empty(let address):
      self.init(
        "\(address) is empty: it was not fetched", help: "try another address with `--from`", status: .unavailable)
    case .alreadyFetching:
      self.init(
        "another `learn data fetch` is running", help: "wait for it to end, then try again", status: .unavailable)
    case .unknownSet(let name, let known): self.init(unknownSet: name, known: known)
    }
  }

  private init(unknownSet name: String, known: [String]) {
    let all = known.isEmpty ? "there is none yet" : "there is: " + known.joined(separator: ", ")
    self.init(
      "no data set is called \(Self.shown(name))",
      help: Suggestion.closest(to: name, in: known).map { "did you mean \($0)?" } ?? all, status: .noInput)
  }

  /// The set's name, as its folder has it.
  private static func folder(of manifest: String) -> String {
    Shell.path(URL(filePath: manifest).deletingLastPathComponent().lastPathComponent)
  }

  private static func sentence(_ error: GzipError) -> String {
    switch error {
    case .damaged(let byte, let reason): "the gzipped data are damaged, noticed at byte \(byte): \(reason)"
    case .cutShort(let byte): "the gzipped data end at byte \(byte), in the middle: the file was cut short"
    case .trailingBytes(let byte): "the gzipped data end at byte \(byte), but the file goes on"
    case .tooLarge(let limit, let byte):
      "inflates to more than \(ByteCount.text(limit)) (at byte \(byte) of the compressed file): it was not taken"
    case .outOfMemory: "there is not enough memory to inflate it"
    }
  }

  /// A word of the command line without what could move the cursor.
  private static func shown(_ word: String) -> String {
    String(word.unicodeScalars.map { $0.properties.generalCategory == .control ? "�" : Character($0) })
  }
}
