#if hasFeature(Embedded)
  import Autodiff

  /// The steps of a `fit` in a browser: a page that has enough of them ends its worker. Nothing is kept there, and so
  /// nothing is ever taken up again.
  package struct TrainingLoop {
    /// Updates of the first model before the training.
    private let made: Int

    /// - Parameter models: those that are trained; the first one's updates count the steps.
    package init(_ models: [Parameters], on tape: Tape) { made = models[0].updates }

    /// Steps up to `count` in all, unless `report` says that it is enough; gives the last step's losses.
    package func run(
      to count: Int, step: () -> (Float, Float), report: (_ number: Int, _ losses: (Float, Float)) -> Bool
    ) -> (Float, Float) {
      var made = made
      var last: (Float, Float) = (.nan, .nan)
      while made < count {
        last = step()
        made += 1
        if !report(made, last) { break }
      }
      return last
    }
  }
#endif
