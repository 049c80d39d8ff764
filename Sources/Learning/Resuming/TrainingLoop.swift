#if !hasFeature(Embedded)
  import Autodiff
  import Numerics

  /// The steps of a `fit`, kept by the host where there is one: it may be stopped behind any of them, and taken up
  /// again.
  ///
  /// Made before the training reads how many steps its model has made; what there is from an earlier run is then in it.
  package struct TrainingLoop {
    private let models: [Parameters]
    private let tape: Tape
    private let log: TrainingLog?
    private var number = 0
    private var earlier: TrainingRecord?
    /// Updates of each model before the training.
    private let updates: [Int]

    /// - Parameter models: those that are trained; the first one's updates count the steps.
    package init(_ models: [Parameters], on tape: Tape) {
      self.models = models
      self.tape = tape
      var updates: [Int] = []
      for model in models { updates.append(model.updates) }
      self.updates = updates
      guard let log = trainingLog, let (number, earlier) = log.begin() else {
        log = nil
        return
      }
      self.log = log
      self.number = number
      self.earlier = earlier
      if let earlier {
        require(
          earlier.start == updates[0] && earlier.state.count == models.count,
          "training \(number + 1) that was kept is of another model")
        restore(earlier)
      }
    }

    /// Steps up to `count` in all, unless `report` says that it is enough; gives the last step's losses.
    ///
    /// - Parameters:
    ///   - step: changes the models.
    ///   - report: tells of a step, counted from 1; false ends the training.
    package func run(
      to count: Int, step: () -> (Float, Float), report: (_ number: Int, _ losses: (Float, Float)) -> Bool
    ) -> (Float, Float) {
      var made = updates[0]
      var last: (Float, Float) = (.nan, .nan)
      var goesOn = true
      if let earlier, let log {
        goesOn = log.inside { replay(earlier, report) }
        made += earlier.steps
        if earlier.steps > 0 { last = earlier.lossesOfStep(earlier.steps - 1) }
      }
      let recorder = log.map { _ in StepRecorder(models, earlier ?? TrainingRecord(start: updates[0])) }
      while goesOn && made < count {
        guard let log, let recorder else {
          last = step()
          made += 1
          goesOn = report(made, last)
          continue
        }
        last = log.inside(step)
        made += 1
        goesOn = log.inside { recorder.report(last, tape: tape) { report(made, last) } }
        if log.mustStop { log.stop(number, record(recorder), step: made, of: count) }
      }
      if let log, let recorder, let record = record(recorder) { log.finish(number, record) }
      return last
    }

    /// Returns the record of the training as it is now; `nil` where it would be too much.
    private func record(_ recorder: StepRecorder) -> TrainingRecord? {
      if recorder.isTooLarge { return nil }
      var record = recorder.record
      record.state = []
      for (index, model) in models.enumerated() {
        record.state.append(Checkpoint(of: model, generators: index == 0 ? [tape.random] : []))
      }
      return record
    }

    private func restore(_ record: TrainingRecord) {
      do {
        for (index, model) in models.enumerated() { try record.state[index].check(model) }
        for (index, model) in models.enumerated() { try record.state[index].restore(to: model) }
      } catch {
        fail("training \(number + 1) that was kept is of another model: \(error.message)")
      }
      if let random = record.state[0].generators.first { tape.random = random }
    }

    /// Tells of every step that was made, with the model as it was seen then.
    private func replay(_ record: TrainingRecord, _ report: (Int, (Float, Float)) -> Bool) -> Bool {
      var goesOn = true
      var next = 0
      for step in 0..<record.steps where goesOn {
        for (index, model) in models.enumerated() {
          // Every step updates a model equally often.
          model.updates =
            updates[index] + (record.state[index].updates - updates[index]) / record.steps * (step + 1)
        }
        if next < record.snapshots.count, record.snapshots[next].step == step {
          let snapshot = record.snapshots[next]
          next += 1
          tape.random = snapshot.random
          for seen in snapshot.models where seen.model < models.count { models[seen.model].restore(seen) }
        }
        goesOn = report(updates[0] + step + 1, record.lossesOfStep(step))
      }
      restore(record)
      return goesOn
    }
  }

  extension TrainingRecord {
    fileprivate func lossesOfStep(_ step: Int) -> (Float, Float) { (losses[2 * step], losses[2 * step + 1]) }
  }
#endif
