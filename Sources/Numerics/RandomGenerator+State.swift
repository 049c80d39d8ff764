extension RandomGenerator {
  /// Everything that decides what comes next: for a checkpoint.
  package struct State: Equatable, Sendable {
    package var key: UInt64
    package var position: UInt64

    package init(key: UInt64, position: UInt64) {
      self.key = key
      self.position = position
    }
  }

  package var state: State {
    State(key: UInt64(key.1) &<< 32 | UInt64(key.0), position: position)
  }

  package init(_ state: State) {
    self.init(seed: state.key)
    position = state.position
  }
}
