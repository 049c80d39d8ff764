import Events
import Figures
import Messages

/// A check that holds back a setting that cannot be chosen: the cell stops behind it, which is wrong use and not the
/// cell's fault.
struct SettingValidator {
  /// The values of `--set`, by name.
  let settings: [String: Float]
  /// The setting behind which nothing has come yet.
  private(set) var refused: Setting?

  init(_ settings: [String: Float]) { self.settings = settings }

  /// Returns the events to show now that `event` has come.
  mutating func passed(_ event: Event) -> [Event] {
    // The cell goes on: it knows better, as for a value of its own between two steps.
    let earlier = refused.map { [Event.parameter($0)] } ?? []
    refused = nil
    if case .parameter(let setting) = event, settings[setting.name] != nil, setting.nearestChoice != setting.value {
      refused = setting
      return earlier
    }
    return earlier + [event]
  }
}

extension Setting {
  /// A value outside its range, or between two of its steps.
  var failure: Failure {
    var help = "choose from \(Figure.text(range.lowerBound)) to \(Figure.text(range.upperBound))"
    if step > 0 { help += " in steps of \(Figure.text(step))" }
    if range.contains(value) { help += "; the nearest is \(Figure.text(nearestChoice))" }
    return Failure("\(name) cannot be \(Figure.text(value))", help: help, status: .usage)
  }
}
