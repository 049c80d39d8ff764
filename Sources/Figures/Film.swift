import Display

/// A run, cut into what it showed at each of its steps.
package struct Film {
  /// How far the run was.
  package struct Moment: Equatable, Sendable {
    package var step: Int
    package var total: Int
    package var unit: String

    package init(step: Int, total: Int, unit: String) {
      self.step = step
      self.total = total
      self.unit = unit
    }
  }

  private let events: [Event]
  /// How many of the events each frame has seen.
  private let cuts: [Int]
  /// How far the run was at each frame.
  private let moments: [Moment?]
  private var latest: (frame: Int, recording: Recording)?
  /// How often the picture was shown that was shown most often.
  package let states: Int

  /// The most frames that a film has: more could not be told apart by eye.
  private static let most = 300

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
    self.states = states.most
    // A frame is where a picture has changed; without pictures, where anything has.
    let pictured = Self.frames(ends, events) { $0.isPicture }
    let frames = pictured.count > 1 ? pictured : Self.frames(ends, events) { $0.isShown }
    let count = min(frames.count, Self.most)
    // Evenly, the last one always among them.
    cuts = (0..<count).map { frames[count == 1 ? frames.count - 1 : $0 * (frames.count - 1) / (count - 1)] }
    moments = Self.moments(at: cuts, events)
  }

  private static func moments(at cuts: [Int], _ events: [Event]) -> [Moment?] {
    var start = 0
    var moment: Moment?
    return cuts.map { cut in
      for event in events[start..<cut] {
        guard case .progress(let step, let total, let unit) = event else { continue }
        moment = Moment(step: step, total: total, unit: unit)
      }
      start = cut
      return moment
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

  /// What was shown up to the frame of this number, counted from 0.
  package mutating func recording(at frame: Int) -> Recording {
    var recording = Recording()
    var seen = 0
    if let latest, latest.frame <= frame { (recording, seen) = (latest.recording, cuts[latest.frame]) }
    for event in events[seen..<cuts[frame]] { recording.add(event) }
    latest = (frame, recording)
    return recording
  }

  /// How far the run was at the frame; `nil` where it has not said so.
  package func moment(at frame: Int) -> Moment? { moments[frame] }
}

/// How often the picture was shown that was shown most often.
package struct PictureStates {
  private var counts: [String: Int] = [:]
  package private(set) var most = 0

  package init() {}

  package mutating func add(_ event: Event) {
    guard let name = event.pictureName else { return }
    counts[name, default: 0] += 1
    most = max(most, counts[name] ?? 0)
  }
}

extension Event {
  /// Whether the event changes a picture, and not a curve or a line of words.
  fileprivate var isPicture: Bool {
    switch self {
    case .image, .points, .field, .arrows, .bars, .table: true
    default: false
    }
  }

  /// A later picture of the same name takes the place of this one; `nil` for what stays.
  fileprivate var pictureName: String? {
    switch self {
    case .image(let picture): picture.caption.isEmpty ? nil : "image \(picture.caption)"
    case .points(let points): "points \(points.name)"
    case .field(let field): "field \(field.name)"
    case .arrows(let arrows): "arrows \(arrows.name)"
    case .bars(let bars): "bars \(bars.name)"
    case .table(let table): "table \(table.name)"
    default: nil
    }
  }

  fileprivate var isShown: Bool {
    switch self {
    case .progress, .kept, .done: false
    default: true
    }
  }
}
