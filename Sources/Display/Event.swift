/// What a cell says to its host. One JSON object a line carries each event; `EventEncoder` writes the lines.
///
/// The format is versioned: every line has `"v": 1` and `"cell"`, the id of the cell that speaks.
public enum Event: Equatable, Sendable {
  /// A line of prose.
  case text(String)
  /// How far the work is: `step` of `total` units.
  case progress(step: Int, total: Int, unit: String)
  /// One figure, with the band in which it should fall where the lesson knows one.
  case metric(Metric)
  /// Further points of the curve of this name.
  case series(Series)
  /// One picture, or several equally large ones in a grid.
  case image(Picture)
  /// A setting that the reader may change.
  case parameter(Setting)
  /// Numbers that the cell learned, to be kept. Only their count travels; their bits are in the digest.
  case kept(name: String, count: Int)
  /// The cell cannot go on; `line` is the lesson's line where it is known.
  case error(message: String, line: Int?)
  /// The end: what it ran with, how long it took and a digest of all it showed and kept.
  case done(seed: UInt64, seconds: Double, digest: String)

  /// The version of the format that this library writes.
  public static let version = 1
}

/// A figure that a cell reports.
public struct Metric: Equatable, Sendable {
  public var name: String
  public var value: Float
  public var unit: String
  /// Where the value should fall, bounds included.
  public var expected: ClosedRange<Float>?

  public init(name: String, value: Float, unit: String = "", expected: ClosedRange<Float>? = nil) {
    self.name = name
    self.value = value
    self.unit = unit
    self.expected = expected
  }
}

/// Points of a curve, in the order they came. `x` and `y` have the same count.
public struct Series: Equatable, Sendable {
  public var name: String
  public var x: [Float]
  public var y: [Float]

  public init(name: String, x: [Float], y: [Float]) {
    self.name = name
    self.x = x
    self.y = y
  }
}

/// Pixels, row by row from the top left, one byte a channel.
public struct Picture: Equatable, Sendable {
  public enum Channels: Int, Sendable {
    case grey = 1
    case rgb = 3
  }

  public var width: Int
  public var height: Int
  public var channels: Channels
  /// `width × height × channels` bytes.
  public var bytes: [UInt8]
  /// What a reader sees under the picture.
  public var caption: String
  /// A sentence that says what the picture shows, for those who do not see it.
  public var alternative: String

  public init(
    width: Int, height: Int, channels: Channels, bytes: [UInt8], caption: String, alternative: String
  ) {
    self.width = width
    self.height = height
    self.channels = channels
    self.bytes = bytes
    self.caption = caption
    self.alternative = alternative
  }
}

/// A number that the reader may set before a run.
public struct Setting: Equatable, Sendable {
  public var name: String
  public var value: Float
  public var range: ClosedRange<Float>
  /// The smallest sensible change; 0 where any is.
  public var step: Float

  public init(name: String, value: Float, range: ClosedRange<Float>, step: Float = 0) {
    self.name = name
    self.value = value
    self.range = range
    self.step = step
  }
}
