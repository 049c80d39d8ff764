/// The name under which a figure is shown: what comes later under the same joins it or takes its place.
package struct FigureName: Hashable, Sendable {
  package enum Kind: Sendable {
    case metric, curve, picture, plane, table, bars, setting
  }

  package var kind: Kind
  /// `nil` where each stands for itself: a setting, a picture without a caption.
  package var name: String?
}

extension Event {
  /// The figure that the event shows, or a part of which; `nil` for one that shows none.
  package var figure: FigureName? {
    switch self {
    case .metric(let metric): FigureName(kind: .metric, name: metric.name)
    case .series(let series): FigureName(kind: .curve, name: series.name)
    case .image(let picture): FigureName(kind: .picture, name: picture.caption.isEmpty ? nil : picture.caption)
    case .points(let points): FigureName(kind: .plane, name: points.name)
    case .field(let field): FigureName(kind: .plane, name: field.name)
    case .arrows(let arrows): FigureName(kind: .plane, name: arrows.name)
    case .table(let table): FigureName(kind: .table, name: table.name)
    case .bars(let bars): FigureName(kind: .bars, name: bars.name)
    case .parameter: FigureName(kind: .setting, name: nil)
    case .text, .progress, .explore, .explored, .kept, .stopped, .error, .done: nil
    }
  }
}
