extension Recording {
  /// The metric of this name.
  package func metric(_ name: String) -> Metric? {
    for case .metric(let metric) in items where metric.name == name { return metric }
    return nil
  }

  /// Returns the unit of a curve's x, such as `step`, where that is the progress of the run. `nil` where it is
  /// something else, such as the size of a code: then it does not rise, in whole numbers, to a good part of what there
  /// was to do.
  package func unit(of curve: Series) -> String? {
    guard let progress, let last = curve.x.last, curve.x.allSatisfy({ $0 == $0.rounded() && $0 >= 0 }),
      zip(curve.x, curve.x.dropFirst()).allSatisfy(<), last <= Float(progress.total), 10 * last >= Float(progress.total)
    else { return nil }
    return progress.unit
  }

  /// Returns the items that have one of these names or captions; all of them where none is named.
  package func part(_ names: [String]) -> Recording {
    guard !names.isEmpty else { return self }
    return Recording(items.filter { $0.name.map(names.contains) ?? false }.flatMap { $0.events })
  }

  /// Events from which the same record would be gathered.
  package var events: [Event] { items.flatMap { $0.events } }
}

extension Recording.Item {
  /// The name or caption of the item; `nil` for text.
  package var name: String? {
    switch self {
    case .text: nil
    case .metric(let metric): metric.name
    case .curve(let curve): curve.name
    case .picture(let picture): picture.caption
    case .plane(let plane): plane.name
    case .table(let table): table.name
    case .bars(let bars): bars.name
    case .setting(let setting): setting.name
    }
  }

  /// Events from which the item would be gathered.
  var events: [Event] {
    switch self {
    case .text(let text): [.text(text)]
    case .metric(let metric): [.metric(metric)]
    case .curve(let curve): [.series(curve)]
    case .picture(let picture): [.image(picture)]
    case .plane(let plane):
      [plane.field.map { .field($0) }, plane.arrows.map { .arrows($0) }, plane.points.map { .points($0) }]
        .compactMap { $0 }
    case .table(let table): [.table(table)]
    case .bars(let bars): [.bars(bars)]
    case .setting(let setting): [.parameter(setting)]
    }
  }
}
