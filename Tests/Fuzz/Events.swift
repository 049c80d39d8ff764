import Cells
import Events
import Figures
import Foundation
import Terminal
import Workspace

/// What a cell writes, and all that is made of it: sentences, pictures, films, screens.
struct Events: Fuzzer {
  static let name = "events"
  private let sample: [UInt8]

  init() throws { sample = try Project.sample("events.jsonl") }

  func input(_ mutator: inout Mutator) -> Input { Input(["events": mutator.changed(sample, others: [sample])]) }

  func read(_ folder: URL, scratch: URL) throws {
    let bytes = try Data(contentsOf: folder.appending(path: "events"))
    var decoder = EventDecoder()
    // In two pieces, the cut anywhere.
    let cut = bytes.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF } % (bytes.count + 1)
    let read = decoder.decode(bytes.prefix(cut)) + decoder.decode(bytes.dropFirst(cut)) + decoder.finish()
    var whole = EventDecoder()
    // In words: what is no number equals nothing.
    if "\(read)" != "\(whole.decode(bytes) + whole.finish())" {
      throw Fault(message: "cut at byte \(cut), the stream says something else")
    }
    let events = read.map(\.event)
    let recording = Recording(events)
    _ = recording.items.map(\.sentence)
    var files = FigureFiles(recording)
    while files.next() != nil {}
    var film = RunTimeline(events)
    for frame in [0, film.count / 2, film.count - 1] where frame >= 0 { _ = film.recording(at: frame) }
    for screen in [Screen(), Screen(width: 60, height: 24, colours: .full, isInteractive: true)] {
      var view = RunView(screen: screen)
      for (index, event) in events.enumerated() {
        view.add(event)
        if index == events.count / 2 { _ = view.frame(seconds: 1) }
      }
      _ = view.frame(seconds: 2)
      _ = view.result()
      guard let exploration = recording.exploration else { continue }
      var explored = ExploreView(exploration, of: recording, screen: screen)
      for key in [Key.right, .up, .character("\t"), .left, .character("9")] { _ = explored.press(key) }
      explored.show(recording)
      _ = explored.frame(screen)
    }
  }
}
