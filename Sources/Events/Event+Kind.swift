extension Event {
  /// The kind of an event, without its contents.
  package enum Kind: CaseIterable, Sendable {
    case text, progress, metric, series, image, points, field, arrows, table, bars, parameter, explore, explored, kept
    case stopped, error, done

    /// The word for it in a line.
    package var name: StaticString {
      switch self {
      case .text: "text"
      case .progress: "progress"
      case .metric: "metric"
      case .series: "series"
      case .image: "image"
      case .points: "points"
      case .field: "field"
      case .arrows: "arrows"
      case .table: "table"
      case .bars: "bars"
      case .parameter: "parameter"
      case .explore: "explore"
      case .explored: "explored"
      case .kept: "kept"
      case .stopped: "stopped"
      case .error: "error"
      case .done: "done"
      }
    }

    /// Equality of the bytes: that of `String` needs tables of Unicode, which a page would have to load.
    func isNamed(_ text: String) -> Bool {
      var place = 0
      for byte in text.utf8 {
        guard place < name.utf8CodeUnitCount, byte == name.utf8Start[place] else { return false }
        place += 1
      }
      return place == name.utf8CodeUnitCount
    }
  }

  package var kind: Kind {
    switch self {
    case .text: .text
    case .progress: .progress
    case .metric: .metric
    case .series: .series
    case .image: .image
    case .points: .points
    case .field: .field
    case .arrows: .arrows
    case .table: .table
    case .bars: .bars
    case .parameter: .parameter
    case .explore: .explore
    case .explored: .explored
    case .kept: .kept
    case .stopped: .stopped
    case .error: .error
    case .done: .done
    }
  }
}
