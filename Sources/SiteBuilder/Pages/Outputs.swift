import Course
import Events
import Figures
import Foundation

/// The digests of all that the pages show of cells' runs: what `learn verify --site` compares with.
package struct Outputs: Equatable {
  package var digests: [CellReference: String]

  package init(digests: [CellReference: String]) {
    self.digests = digests
  }

  init(_ recordings: [CellReference: Recording]) {
    // Runs of exercises have settings of their own; what is published is the lesson's.
    digests = recordings.filter { $0.key == CellReference(lesson: $0.key.lesson, cell: $0.key.run.cell) }
      .compactMapValues { $0.done?.digest }
  }

  /// An object: `"lesson/cell": "digest"`, in the order of the names. `nil` where there are none.
  var json: Data? {
    get throws(SiteError) {
      guard !digests.isEmpty else { return nil }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let named = Dictionary(uniqueKeysWithValues: digests.map { ("\($0.key.lesson)/\($0.key.run.cell)", $0.value) })
      do {
        return try encoder.encode(named) + Data("\n".utf8)
      } catch {
        throw .cannotWrite(path: SiteAddress.outputs, reason: error.localizedDescription)
      }
    }
  }

  /// Reads what a site says of itself.
  package init(site folder: URL) throws(SiteError) {
    let file = folder.appending(path: SiteAddress.outputs)
    do {
      let named = try JSONDecoder().decode([String: String].self, from: Data(contentsOf: file))
      digests = [:]
      for (name, digest) in named {
        let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { continue }
        digests[CellReference(lesson: parts[0], cell: parts[1])] = digest
      }
    } catch {
      throw .cannotRead(path: file.path, reason: error.localizedDescription)
    }
  }
}
