import Markup

// What is asked about runs of cells.

extension Exercise {
  /// A figure that a cell shows, to be told before it runs.
  package struct Prediction: Sendable {
    /// The metric's name.
    package var metric: String
    package var run: CellRun
    package var answer: PredictionAnswer
    package var feedback: [Block]
  }

  package enum PredictionAnswer: Sendable {
    case number(Tolerance)
    /// The first option whose range has the figure is right.
    case choice([RangeOption])
  }

  /// The distance by which an answer may be off and still be right.
  package enum Tolerance: Equatable, Sendable {
    /// A distance in the unit of the figure.
    case absolute(Double)
    /// A share of the figure.
    case share(Double)

    package func width(around value: Double) -> Double {
      switch self {
      case .absolute(let width): width
      case .share(let share): abs(value) * share
      }
    }
  }

  package struct RangeOption: Sendable {
    package var item: Item
    package var range: FigureRange
  }

  /// Figures between two ends. Metrics have single precision, and so have the ends: 0.9 is at least 0.9.
  package struct FigureRange: Equatable, Sendable {
    package var lowest: Float
    package var highest: Float
    /// Whether the ends belong to it.
    package var hasEnds: Bool

    package func contains(_ value: Float) -> Bool {
      hasEnds ? value >= lowest && value <= highest : value > lowest && value < highest
    }
  }

  /// A model that was trained with a fault in it, and what that might be.
  package struct Diagnosis: Sendable {
    package var shown: [Showing]
    package var options: [Option]
  }

  /// The part of a run that the exercise shows, or all of it.
  package struct Showing: Sendable {
    package var run: CellRun
    /// Names and captions; empty for all.
    package var names: [String]
  }

  /// The runs that the exercise cannot be asked without.
  package var runs: [CellRun] {
    switch content {
    case .predict(let prediction): [prediction.run]
    case .diagnose(let diagnosis): diagnosis.shown.map(\.run)
    case .sort, .order, .choose, .number, .cloze, .parsons, .cards: []
    }
  }
}

extension Exercise.Prediction {
  /// Returns what is to be told of a figure that has this value.
  package func quantity(_ value: Double, _ tolerance: Exercise.Tolerance, unit: String) -> Exercise.Quantity {
    Exercise.Quantity(value: value, tolerance: tolerance.width(around: value), unit: unit, feedback: feedback)
  }
}

/// A run of a cell of the lesson or of the exercise, with what was set.
package struct CellRun: Hashable, Sendable {
  /// The cell's id.
  package var cell: String
  /// The values in place of those that the cell's `parameter(…)` calls have.
  package var settings: [String: Float]
  /// The seed in place of the cell's own.
  package var seed: UInt64?

  package init(cell: String, settings: [String: Float] = [:], seed: UInt64? = nil) {
    self.cell = cell
    self.settings = settings
    self.seed = seed
  }
}

extension Lesson {
  /// The cell of a run, and those that run in front of it; `nil` where neither the lesson nor the exercise has it.
  package func cells(for run: CellRun, of exercise: Exercise?) -> (cell: Cell, needed: [Cell])? {
    let all = cells + (exercise?.cells ?? [])
    return all.first { $0.id == run.cell }.map { ($0, all.needed(by: $0)) }
  }
}
