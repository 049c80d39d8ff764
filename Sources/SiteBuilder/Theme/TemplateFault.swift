import Mustache

/// A fault in a template, and its place. The wording is in `SiteError+Explanation.swift`.
package struct TemplateFault: Error, Equatable {
  package struct Place: Equatable, Sendable {
    package var file: String
    package var line: Int
    /// The column, counted from 1, in bytes.
    package var column: Int
  }

  package enum Kind: Equatable, Sendable {
    /// The names of the templates and blocks on the way, the first and the last the same.
    case includesItself([String])
    case nestedTooDeeply
    /// A template that is too long with all that is included, and that again.
    case tooLong
    case notClosed(String)
    case closesNothing(String)
    case closesAnother(String, open: String)
    /// `{{=<% %>=}}`
    case otherSigns
    case longName
    /// `{{> *name}}`
    case nameFromFields(String)
    /// A tag that cannot be read.
    case faultyTag
    /// A tag or a text between `{{<name}}` and `{{/name}}` that is no block.
    case strayInParent
  }

  package var kind: Kind
  package var place: Place

  init(_ kind: Kind, at place: Place) {
    self.kind = kind
    self.place = place
  }

  /// Creates the fault that the library finds in a template that `TemplateTags` has let pass.
  init(_ error: any Error, in file: String) {
    let error = error as? MustacheTemplate.ParserError
    let place = Place(file: file, line: error?.context.lineNumber ?? 1, column: error?.context.columnNumber ?? 1)
    switch error?.error as? MustacheTemplate.Error {
    case .illegalTokenInsideInheritSection, .textInsideInheritSection: self.init(.strayInParent, at: place)
    default: self.init(.faultyTag, at: place)
    }
  }
}
