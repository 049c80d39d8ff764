import Course

extension [Lesson] {
  var exerciseIDs: [String] { flatMap(\.exercises).map(\.id) }
}
