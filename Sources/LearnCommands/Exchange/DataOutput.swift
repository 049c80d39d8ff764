import ArgumentParser
import DataLibrary
import Foundation
import Messages
import Synchronization
import Terminal
import Workspace

/// The store of the data sets, and how they are told: shared by the four commands.
struct DataOutput: Sendable {
  let store: DataStore
  private let machine: Machine

  init(_ machine: Machine) {
    self.machine = machine
    store = DataStore(folder: machine.directories.data)
  }

  func write(_ lines: [Line]) { machine.write(lines) }

  /// Tells how far a fetch is: a line for each tenth, as readable in a file as on a terminal.
  func progress() -> @Sendable (DataStore.FetchProgress) -> Void {
    let told = Mutex((file: "", tenths: -1))
    return { progress in
      let tenths = min(10, progress.received * 10 / max(1, progress.total))
      let isNews = told.withLock { last in
        if last.file == progress.file, last.tenths >= tenths { return false }
        last = (progress.file, tenths)
        return true
      }
      guard isNews else { return }
      let amount = "\(ByteCount.text(progress.received)) of \(ByteCount.text(progress.total))"
      write([Line("  \(progress.file)  \(amount)", .faint)])
    }
  }

  func say(_ set: DataManifest) {
    let files = set.files.count == 1 ? "1 file" : "\(set.files.count) files"
    write([Line("\(set.name): \(files), \(ByteCount.text(set.files.reduce(0) { $0 + $1.bytes })), read and kept.")])
    write(set.files.map { Line("  data(\"\(set.name)\", \"\($0.name)\")", .faint) })
  }

  static func origin(of set: DataManifest) -> String {
    let day = set.addedAt.formatted(.iso8601.year().month().day())
    return set.source == "files" ? "added \(day)" : "fetched \(day) from \(set.source)"
  }
}
