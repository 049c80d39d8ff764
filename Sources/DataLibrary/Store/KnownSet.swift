/// A data set that `learn data fetch` can bring, and what must be true of its files.
package struct KnownSet: Sendable {
  package struct File: Sendable {
    /// The name under which the file is kept, inflated.
    package let name: String
    /// The name under which the file is published.
    package let published: String
    /// The number of bytes to fetch; about as many where the file is edited now and then.
    package let bytes: Int
    /// The number of bytes that may come at most: the file may be gzipped less tightly, or edited, but is no other.
    var mostBytes: Int { 2 * bytes }
    /// The number of bytes of the file, inflated; at most as many where it is edited.
    package let inflated: Int
    package let check: Check
  }

  package enum Check: Sendable {
    /// The checksum of the inflated file.
    case sha256(String)
    /// The text from `opening` on has this many words, give or take 2 %: it is edited now and then, and no checksum
    /// that was taken of one edition would hold for the next.
    case words(Int, opening: String)
  }

  package let name: String
  package let title: String
  package let licence: String
  /// The addresses to which the published names are appended; the next one is tried where one does not answer.
  package let sources: [String]
  package let files: [File]

  /// The checksums of MNIST were taken from the test files themselves; those of the training files are the ones
  /// that many projects publish beside the same two for the test files.
  package static let all = [
    KnownSet(
      name: "mnist", title: "MNIST, 70,000 handwritten digits of 28 × 28 pixels",
      licence: "copyright Y. LeCun and C. Cortes, CC BY-SA 3.0",
      sources: [
        "https://ossci-datasets.s3.amazonaws.com/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/",
      ],
      files: [
        File(
          name: "train-images-idx3-ubyte", published: "train-images-idx3-ubyte.gz", bytes: 9_912_422,
          inflated: 47_040_016,
          check: .sha256("ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db")),
        File(
          name: "train-labels-idx1-ubyte", published: "train-labels-idx1-ubyte.gz", bytes: 28_881, inflated: 60_008,
          check: .sha256("65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5")),
        File(
          name: "t10k-images-idx3-ubyte", published: "t10k-images-idx3-ubyte.gz", bytes: 1_648_877, inflated: 7_840_016,
          check: .sha256("0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7")),
        File(
          name: "t10k-labels-idx1-ubyte", published: "t10k-labels-idx1-ubyte.gz", bytes: 4_542, inflated: 10_008,
          check: .sha256("ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")),
      ]),
    KnownSet(
      name: "pride-and-prejudice", title: "Jane Austen, Pride and Prejudice (1813)",
      licence: "public domain in most countries; Project Gutenberg's terms of use",
      sources: ["https://www.gutenberg.org/cache/epub/1342/"],
      files: [
        // The edition there has a preface and lists of pictures in front of the novel, so words count from its first
        // sentence on, and captions of pictures do not count.
        File(
          name: "pride-and-prejudice.txt", published: "pg1342.txt", bytes: 772_000, inflated: 1_544_000,
          check: .words(121_567, opening: "truth universally acknowledged"))
      ]),
  ]

  /// The largest of its files, inflated.
  var largest: Int { files.map(\.inflated).max() ?? 0 }

  /// Whether a wrong file would be known for certain.
  package var hasChecksums: Bool {
    files.allSatisfy { if case .sha256 = $0.check { true } else { false } }
  }

  package static func named(_ name: String) -> KnownSet? { all.first { $0.name == name } }

  /// The file that goes by this name, compressed or not; some sites write a point for the first hyphen of `-idx`.
  func file(named name: String) -> File? {
    let plain = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
    return files.first { [$0.name, $0.published].contains(plain) || $0.name == plain.replacing(".idx", with: "-idx") }
  }
}
