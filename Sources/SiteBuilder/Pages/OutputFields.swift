import Course
import Events
import Figures
import Files

/// The output of a cell's run, as the page shows it: every figure with its words beside it.
struct OutputFields {
  private(set) var fields: Fields = [:]
  /// Bytes of PNG files by their paths in the site.
  private(set) var pictures: [String: [UInt8]] = [:]
  /// The last of them.
  private(set) var cover: Cover?

  init(_ recording: Recording, of cell: Cell, in lesson: Lesson) {
    var parts: [Fields] = []
    var parameters: [Fields] = []
    for item in recording.items {
      switch item {
      case .text(let text): parts.append(["text": text])
      case .metric(let metric): parts.append(["metric": Self.fields(metric)])
      case .curve(let curve): parts.append(["curve": Self.fields(curve, unit: recording.unit(of: curve))])
      case .picture(let picture):
        let path = SiteAddress.picture(pictures.count + 1, of: cell, in: lesson)
        if let part = add(picture, at: path) { parts.append(["image": part]) }
      case .plane(let plane):
        let path = SiteAddress.picture(pictures.count + 1, of: cell, in: lesson)
        if let part = add(PlaneDrawing(plane, side: 480).pictureWithLegend, at: path) { parts.append(["image": part]) }
      case .table(let table): parts.append(["table": Self.fields(table.name, table.head, table.rows)])
      case .bars(let bars): parts.append(["bars": Self.fields(bars)])
      case .setting(let setting): parameters.append(Self.fields(setting))
      }
    }
    if let failure = recording.failure { parts.append(["failure": failure.message]) }
    fields["parts"] = parts
    fields["parameters"] = parameters
    fields["hasParameters"] = !parameters.isEmpty
    fields["run"] = recording.done.map { done -> Fields in
      ["seed": String(done.seed), "seconds": Self.text(seconds: done.seconds), "digest": done.digest]
    }
  }

  private mutating func add(_ picture: Picture, at path: String) -> Fields? {
    let scale = picture.enlargement
    let enlarged = picture.enlarged(by: scale)
    guard
      let bytes = PNG.encode(
        enlarged.bytes, width: enlarged.width, height: enlarged.height, channels: enlarged.channels.rawValue)
    else { return nil }
    pictures[path] = bytes
    cover = Cover(path: path, alternative: picture.alternative)
    return [
      "source": "../" + path,
      "width": enlarged.width,
      "height": enlarged.height,
      "alternative": picture.alternative,
      "caption": picture.caption,
    ]
  }

  private static func fields(_ metric: Metric) -> Fields {
    var fields: Fields = ["name": metric.name, "value": Figure.text(metric.value), "unit": metric.unit]
    if let expected = metric.expected, let isAsExpected = metric.isAsExpected {
      fields["band"] =
        [
          "lowest": Figure.text(expected.lowerBound), "highest": Figure.text(expected.upperBound),
          "within": isAsExpected,
        ] as Fields
    }
    return fields
  }

  private static func fields(_ name: String, _ head: [String], _ rows: [[String]]) -> Fields {
    ["caption": name, "head": head, "rows": rows.map { ["cells": $0] as Fields }]
  }

  /// A table of every point would be a page of its own: it has every so-manieth, and the last.
  private static func fields(_ curve: Series, unit: String?) -> Fields {
    let points = Array(zip(curve.x, curve.y))
    let every = max(1, (points.count + 49) / 50)
    let shown = points.indices.filter { $0 % every == 0 || $0 == points.count - 1 }
    return [
      "name": curve.name,
      "xName": unit ?? "x",
      "svg": CurveDrawing(curve, unit: unit).svg,
      "caption": curve.sentence,
      "rows": shown.map { ["x": Figure.text(points[$0].0), "y": Figure.text(points[$0].1)] },
    ]
  }

  private static func fields(_ bars: Bars) -> Fields {
    [
      "name": bars.name,
      "svg": BarsDrawing(bars).svg,
      "caption": bars.sentence,
      "rows": zip(bars.labels, bars.values).map { ["label": $0, "value": Figure.text($1)] },
    ]
  }

  /// Two digits are enough: the next run takes another time.
  private static func text(seconds: Double) -> String {
    Figure.text(Float((seconds * 100).rounded() / 100))
  }

  private static func fields(_ setting: Setting) -> Fields {
    [
      "name": setting.name, "value": Figure.text(setting.value), "lowest": Figure.text(setting.range.lowerBound),
      "highest": Figure.text(setting.range.upperBound),
    ]
  }
}
