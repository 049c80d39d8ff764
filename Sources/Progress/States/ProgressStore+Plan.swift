import Practice

extension ProgressStore {
  /// Returns the plan of what is to be practised of these exercises now.
  package func plan(
    _ exercises: [PracticeExercise], reached: Int = .max, kinds: Set<ExerciseKind> = [], limit: Int = .max,
    isAhead: Bool = false, left: DailyLimits = .none, now: Int64
  ) throws(ProgressError) -> PracticePlan {
    let asked = exercises.filter { kinds.isEmpty || kinds.contains($0.kind) }
    return try PracticePlan(
      exercises: exercises, reached: reached, kinds: kinds, limit: limit, isAhead: isAhead, left: left,
      states: states(of: asked.map(\.id)), hidden: hiddenItems(at: now), now: now)
  }
}
