import Practice

/// The events that count for a course besides its own.
package struct Inheritance: Equatable, Sendable {
  /// A course, and another one whose events count for it, too.
  struct Link: Hashable {
    @ExactText var course: String
    /// Empty for events of before, which have no course.
    @ExactText var origin: String
  }

  let links: Set<Link>

  /// - Parameters:
  ///   - heirs: courses for which that counts which was recorded before events had a course.
  ///   - former: under each course other ids that it had.
  package init(heirs: some Sequence<String> = [], former: [String: [String]] = [:]) {
    links = Set(heirs.map { Link(course: $0, origin: "") })
      .union(former.flatMap { course, ids in ids.map { Link(course: course, origin: $0) } })
      .filter { !$0.course.isSame(as: $0.origin) }
  }

  init(links: Set<Link>) { self.links = links }

  /// Courses for which that counts which was recorded before events had a course.
  package var heirs: [String] { links.filter { $0.origin.isEmpty }.map(\.course).sorted() }

  /// The other ids that each course had.
  package var former: [String: [String]] {
    Dictionary(grouping: links.filter { !$0.origin.isEmpty }, by: \.course).mapValues { $0.map(\.origin).sorted() }
  }
}
