/// The frames of a run, each with all that it had shown by one of its steps.
package struct RunTimeline {
  private let events: [Event]
  /// The number of events that each frame has seen.
  private let cuts: [Int]
  /// The progress of the run at each frame.
  private let progress: [RunProgress?]
  private var latest: (frame: Int, recording: Recording)?
  /// The number of times that the picture was shown that was shown most often.
  package let states: Int

  /// The most frames: more could not be told apart by eye.
  private static let maximumCount = 300

  package init(_ events: [Event]) {
    self.events = events
    // A stretch ends where the next step begins, and where a picture takes the place of one that the stretch has shown.
    var ends: [Int] = []
    var shown: Set<String> = []
    var states = PictureStates()
    for (index, event) in events.enumerated() {
      if case .progress = event {
        if index > 0 { ends.append(index) }
        shown = []
      }
      states.add(event)
      guard let name = event.pictureName else { continue }
      if !shown.insert(name).inserted {
        ends.append(index)
        shown = [name]
      }
    }
    ends.append(events.count)
    self.states = states.maximum
    // A frame is where a picture has changed; without pictures, where anything has.
    let pictured = Self.frames(ends, events) { $0.isPicture }
    let frames = pictured.count > 1 ? pictured : Self.frames(ends, events) { $0.isShown }
    let count = min(frames.count, Self.maximumCount)
    // Evenly, the last one always among them.
    cuts = (0..<count).map { frames[count == 1 ? frames.count - 1 : $0 * (frames.count - 1) / (count - 1)] }
    progress = Self.progress(at: cuts, events)
  }

  private static func progress(at cuts: [Int], _ events: [Event]) -> [RunProgress?] {
    var start = 0
    var latest: RunProgress?
    return cuts.map { cut in
      for event in events[start..<cut] {
        guard case .progress(let step, let total, let unit) = event else { continue }
        latest = RunProgress(step: step, total: total, unit: unit)
      }
      start = cut
      return latest
    }
  }

  /// The ends of those stretches in which something has happened, and always the last.
  private static func frames(_ ends: [Int], _ events: [Event], _ counts: (Event) -> Bool) -> [Int] {
    var start = 0
    var frames: [Int] = []
    for end in ends {
      if events[start..<end].contains(where: counts) || end == events.count { frames.append(end) }
      start = end
    }
    return frames
  }

  package var count: Int { cuts.count }

  /// Returns the recording up to the frame of this number, counted from 0.
  package mutating func recording(at frame: Int) -> Recording {
    var recording = Recording()
    var seen = 0
    if let latest, latest.frame <= frame { (recording, seen) = (latest.recording, cuts[latest.frame]) }
    for event in events[seen..<cuts[frame]] { recording.add(event) }
    latest = (frame, recording)
    return recording
  }

  /// Returns the progress of the run at the frame; `nil` where it has not said so.
  package func progress(at frame: Int) -> RunProgress? { progress[frame] }
}

extension Event {
  /// Whether the event changes a picture, and not a curve or a line of words.
  fileprivate var isPicture: Bool {
    switch self {
    case .image, .points, .field, .arrows, .bars, .table: true
    default: false
    }
  }

  fileprivate var isShown: Bool {
    switch self {
    case .progress, .kept, .done: false
    default: true
    }
  }
}
