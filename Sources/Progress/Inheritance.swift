/// Which events count for a course besides its own.
package struct Inheritance: Equatable, Sendable {
  /// A course, and another one whose events count for it, too.
  struct Link: Hashable {
    var course: String
    /// Empty for events of before, which have no course.
    var origin: String
  }

  let links: Set<Link>

  /// - Parameters:
  ///   - heirs: courses for which that counts which was recorded before events had a course.
  ///   - former: under each course other ids that it had.
  package init(heirs: some Sequence<String> = [], former: [String: [String]] = [:]) {
    links = Set(heirs.map { Link(course: $0, origin: "") })
      .union(former.flatMap { course, ids in ids.map { Link(course: course, origin: $0) } })
      .filter { $0.course != $0.origin }
  }

  init(links: Set<Link>) { self.links = links }
}
