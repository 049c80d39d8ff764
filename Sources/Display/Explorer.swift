import Events

/// The parts of an `explore` that are kept, so that the cell can show further points when it has come to its end.
struct Explorer {
  let exploration: Exploration
  /// The cell that explores: where another one needs it, there is nothing to move through.
  let cellID: String
  private let picture: ([Float]) -> Void
  private(set) var point: [Float]

  init(_ exploration: Exploration, cellID: String, picture: @escaping ([Float]) -> Void) {
    self.exploration = exploration
    self.cellID = cellID
    self.picture = picture
    point = exploration.start
  }

  /// Goes to the nearest point in range and says what is there.
  mutating func show(_ wished: [Float]) {
    point = exploration.nearest(to: wished)
    picture(point)
    cell.endLine()
    cell.say(.explored(point: point))
  }
}

/// The explorer of the running cell. A cell is one thread.
nonisolated(unsafe) var explorer: Explorer?

#if hasFeature(Embedded)
  /// The page moves one or two of the numbers: axes count from 0.
  @_expose(wasm, "explore")
  @_cdecl("explore")
  func explore(_ first: Int32, _ a: Float, _ second: Int32, _ b: Float) {
    guard var point = explorer?.point else { return }
    if point.indices.contains(Int(first)) { point[Int(first)] = a }
    if point.indices.contains(Int(second)) { point[Int(second)] = b }
    explorer?.show(point)
  }
#endif
