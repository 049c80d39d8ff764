import Events
import Files
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A run in a file, as its event stream: written while the run goes on, so that nothing of it has to be held, and there
/// under its name when it is over, or not at all.
package final class EventFile {
  private let place: URL
  private let cell: String
  private let unfinished: URL
  private var output: FileHandle?
  private var waiting: [UInt8] = []
  /// The error of a failed write, which is thrown at the end.
  private var failure: (any Error)?
  private var isKept = false
  package private(set) var isEmpty = true
  /// Bytes that are written, or read, at a time.
  private static let piece = 64 << 10
  /// The suffix of a file's name while it is still written.
  private static let suffix = ".unfinished"

  /// - Parameters:
  ///   - place: in a folder that is there when the file is kept.
  ///   - cell: the id of the cell that speaks.
  package init(_ place: URL, cell: String) {
    self.place = place
    self.cell = cell
    unfinished = place.deletingLastPathComponent()
      .appending(path: "\(place.lastPathComponent).\(UUID().uuidString)\(Self.suffix)")
  }

  package func add(_ event: Event) {
    isEmpty = false
    waiting += EventEncoder.line(for: event, cell: cell)
    if waiting.count >= Self.piece { write() }
  }

  /// Takes the place of the file that was there.
  /// - Throws: `CellError.cannotWrite`.
  package func keep() throws(CellError) {
    write()
    do {
      if let failure { throw failure }
      try output?.close()
      // Over what is there, as `moveItem` would not.
      guard rename(unfinished.path, place.path) == 0 else { throw POSIXError.last }
      isKept = true
    } catch {
      throw .cannotWrite(path: place.path, reason: error.localizedDescription)
    }
  }

  deinit {
    // Where there is nothing to take away, or it cannot be, a later run may.
    if !isKept { try? FileManager.default.removeItem(at: unfinished) }
  }

  private func write() {
    guard failure == nil else { return waiting = [] }
    do {
      if output == nil { output = try open() }
      try output?.write(contentsOf: waiting)
    } catch {
      failure = error
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private func open() throws -> FileHandle {
    let folder = place.deletingLastPathComponent()
    try PrivateFolder.make(folder)
    removeAbandoned(in: folder)
    try PrivateFile.make(unfinished)
    return try FileHandle(forWritingTo: unfinished)
  }

  /// Removes the files of commands that were killed. A command that still runs is not a day old.
  private func removeAbandoned(in folder: URL) {
    // What cannot be looked at, or goes away meanwhile, is left alone.
    let keys: [URLResourceKey] = [.contentModificationDateKey]
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: keys)) ?? []
    for file in files where file.path.hasSuffix(Self.suffix) {
      let date = try? file.resourceValues(forKeys: Set(keys)).contentModificationDate
      if let date, date.timeIntervalSinceNow < -86_400 { try? FileManager.default.removeItem(at: file) }
    }
  }

  /// The events in a file, as many as a run may have.
  /// - Throws: `CellError.cannotRead`.
  package static func events(in place: URL) throws(CellError) -> [Event] {
    var decoder = EventDecoder()
    var count = EventCount()
    var events: [Event] = []
    do {
      let input = try FileHandle(forReadingFrom: place)
      defer { try? input.close() }
      while let bytes = try input.read(upToCount: piece), !bytes.isEmpty {
        for event in decoder.decode(bytes) {
          guard count.add(event) == nil else { return events }
          events.append(event.event)
        }
      }
    } catch {
      throw .cannotRead(path: place.path, reason: error.localizedDescription)
    }
    return events + decoder.finish().map(\.event)
  }
}
