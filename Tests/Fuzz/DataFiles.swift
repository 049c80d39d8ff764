import DataLibrary
import Foundation
import Numerics

/// What `learn data add` takes: IDX, CSV and text, compressed or not.
struct DataFiles: Fuzzer {
  static let name = "data"
  private let numbers: [UInt8]
  private let book: [UInt8]
  private let images: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 2] + (0..<12).map { 20 * $0 }
  private let labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 2, 7, 3]
  /// The numbers, as gzip writes them.
  private let compressed: [UInt8]

  init() throws {
    numbers = try Project.sample("numbers.csv")
    book = try Project.sample("book.txt")
    compressed = [UInt8](
      Data(
        base64Encoded: "H4sIAAAAAAAAAyvPTCnJ0MlIzUzPKNFRSlTIS8xN1VEoLM0vSU1R4jLUMdIz1dE1TtU14jLQMzLVMdEx59I11DHQMU"
          + "w1NOACAD7vB1E9AAAA") ?? Data())
  }

  func input(_ mutator: inout Mutator) -> Input {
    switch mutator.random.integer(below: 4) {
    case 0: return Input(["numbers.csv": mutator.changed(numbers, others: [book])])
    case 1: return Input(["book.txt": mutator.changed(book, others: [numbers])])
    case 2: return Input(["numbers.csv.gz": mutator.changedBinary(compressed)])
    default:
      return Input([
        "few-images-idx3-ubyte": mutator.changedBinary(images, others: [labels]),
        "few-labels-idx1-ubyte": mutator.changedBinary(labels, others: [images]),
      ])
    }
  }

  func read(_ folder: URL, scratch: URL) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let store = DataStore(folder: scratch)
    let set = try store.add("own", files: names.map { folder.appending(path: $0) })
    let missing = store.missing(in: set)
    if !missing.isEmpty { throw Fault(message: "added, and not there: \(missing)") }
  }
}
