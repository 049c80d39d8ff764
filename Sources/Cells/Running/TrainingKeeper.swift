import Foundation
import Learning
import Synchronization

/// A keeper that copies what a run keeps of its trainings out of the sandbox, each time that there is something new: a
/// run that is killed, with us or without, has kept all that it had saved.
final class TrainingKeeper: Sendable {
  private let folder: OutputFolder
  private let file: URL
  private let state: Mutex<State>

  private struct State {
    var copied: OutputFolder.Version?
    /// Whether the last attempt came through.
    var hasFailed = false
  }

  /// - Parameter file: what is copied to.
  init(_ folder: OutputFolder, file: URL) {
    self.folder = folder
    self.file = file
    // What a run goes on from is there already.
    state = Mutex(State(copied: folder.version(of: TrainingStore.name)))
  }

  /// Looks again and again until the task is cancelled.
  func keepOn() async throws {
    while true {
      let time = ContinuousClock().measure { keep() }
      // A cell that keeps something without end shares the disk with others.
      try await Task.sleep(for: max(.milliseconds(20), time))
    }
  }

  /// Copies what is new. A full disk takes the way back, not the run.
  func keep() {
    state.withLock { state in
      let version = folder.version(of: TrainingStore.name)
      guard let version, version != state.copied else { return }
      do throws(CellError) {
        let copied = try folder.copy(TrainingStore.name, to: file, limit: TrainingFile.maximumBytes)
        state.hasFailed = copied == nil
        if let copied { state.copied = copied }
      } catch {
        state.hasFailed = true
      }
    }
  }

  /// Whether all that the run has saved is where it is looked for.
  var isUpToDate: Bool { state.withLock { $0.copied != nil && !$0.hasFailed } }
}
