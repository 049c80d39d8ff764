import Events

/// Holds back a setting that cannot be chosen: the cell stops behind it, which is wrong use and not the cell's fault.
struct SettingValidator {
  /// What `--set` says.
  let settings: [String: Float]
  /// The setting behind which nothing has come yet.
  private(set) var refused: Setting?

  init(_ settings: [String: Float]) { self.settings = settings }

  /// What is to be shown now that `event` has come.
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
