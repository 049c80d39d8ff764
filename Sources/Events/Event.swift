// Events: what a run says: as data, as bytes, gathered, over time.

/// A message of a cell to its host. One JSON object a line carries each event; `EventEncoder` writes the lines.
///
/// The format is versioned: every line has `"v": 1` and `"cell"`, the id of the cell that speaks.
public enum Event: Equatable, Sendable {
  /// A line of prose.
  case text(String)
  /// The progress of the work: `step` of `total` units.
  case progress(step: Int, total: Int, unit: String)
  /// A figure, with the band in which it should fall where the lesson knows one.
  case metric(Metric)
  /// Further points of the curve of this name.
  case series(Series)
  /// A picture, or several equally large ones in a grid.
  case image(Picture)
  /// Points in a plane. What has the same name lies in the same plane and is drawn as one picture; a later event of the
  /// same kind and name takes the place of the former.
  case points(PointCloud)
  /// The values of a function over a part of a plane: a heat map.
  case field(Field)
  /// Arrows in a plane.
  case arrows(Arrows)
  /// Words and numbers in rows and columns.
  case table(Table)
  /// An amount for each of some labels: a histogram, one bar a label.
  case bars(Bars)
  /// A setting that the reader may change.
  case parameter(Setting)
  /// The space that the reader may move through. What is shown between this and `explored` is the picture at the start.
  case explore(Exploration)
  /// The end of the picture at this point.
  case explored(point: [Float])
  /// Numbers that the cell learned, to be kept. Only their count travels; their bits are in the digest.
  case kept(name: String, count: Int)
  /// The cell was asked to stop, behind this step of a training. `isKept`: a later run can go on from here.
  case stopped(step: Int, total: Int, isKept: Bool)
  /// The cell cannot go on; `line` is the lesson's line where it is known.
  case error(message: String, line: Int?)
  /// The end: what it ran with, how long it took and a digest of all it showed and kept.
  case done(seed: UInt64, seconds: Double, digest: String)

  /// The version of the format that this library writes.
  public static let version = 1
}
