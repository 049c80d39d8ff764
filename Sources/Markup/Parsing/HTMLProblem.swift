/// A piece of HTML that a page leaves out, and its place.
package struct HTMLProblem: Hashable, Sendable {
  package var kind: Kind
  package var range: SourceRange?

  package enum Kind: Hashable, Sendable {
    /// A link of a kind that lessons may not use.
    case refusedLink(address: String)
    /// An image that is not a file beside the lesson: pages ask no other host for anything.
    case refusedImage(address: String)
  }
}
