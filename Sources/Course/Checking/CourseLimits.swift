/// The limits of a course. What goes beyond them is told, and neither read nor published.
package enum CourseLimits {
  /// Bytes of a lesson, of a file of exercises, of course.yml, and of a source file that a lesson shows lines of. As a
  /// tree, Markdown can take 400 times its length.
  package static let text = 1 << 20
  /// Bytes of all lessons and exercises together.
  static let texts = 4 << 20
  /// Bytes of a file of another program's exercises.
  package static let imported = 16 << 20
  /// Bytes of a picture or of any other file that pages and decks take along.
  package static let file = 256 << 20
  static let lessons = 1_000
  /// Cells of a lesson, and of its exercises.
  static let cells = 1_000
  /// Bytes of all the lines of source files that a lesson shows.
  static let slices = 4 << 20
  /// Things to sort, to order or to choose from, and lines of a listing.
  package static let items = 1_000
  static let buckets = 50
  /// Each is asked with the whole text around it.
  static let gaps = 100
  /// Bytes of what is asked, as it is written.
  static let prompt = 50_000
}
