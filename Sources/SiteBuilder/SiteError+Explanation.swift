import Course
import Messages

extension SiteError: Explained {
  package var explanation: Explanation {
    switch self {
    case .notOurs(let folder, let example):
      Explanation(
        "\(folder) holds “\(example)”, which is not part of a site built by learn",
        help: "choose a folder that is new or empty, or move the file away: nothing was changed", status: .cannotCreate)
    case .notAFolder(let path):
      Explanation(
        "\(path) is a file, not a folder", help: "choose another name with --output", status: .cannotCreate)
    case .cannotRead(let path, let reason):
      Explanation(
        "cannot read \(path): \(reason)", help: "check that the file is there and that you may read it",
        status: .inputOutput)
    case .cannotWrite(let path, let reason):
      Explanation(
        "cannot write \(path): \(reason)",
        help: "check that you may write there and that the disk is not full: the former site is as it was",
        status: .cannotCreate)
    case .noTemplate(let name, let folder):
      Explanation(
        "the theme in \(folder) has no template “\(name)”", help: "add templates/\(name).mustache", status: .data)
    case .interrupted: Explanation("interrupted", help: "the former site is as it was", status: .interrupted)
    case .faultyTemplate(let fault):
      Explanation(
        shortened(fault.kind.message),
        at: SourcePlace(fault.place.file, line: fault.place.line, column: fault.place.column, isShown: false),
        help: shortened(fault.kind.help), status: .data)
    case .refused(let problem): problem.explanation
    }
  }
}

extension TemplateFault.Kind {
  var message: String {
    switch self {
    case .includesItself(let names):
      "this template includes itself: " + names.map { "`\($0)`" }.joined(separator: " → ")
    case .nestedTooDeeply: "sections and templates stand more than \(TemplateTags.deepestNesting) deep in one another"
    case .tooLong: "with all that it includes, and that again, this template would be far too long"
    case .notClosed(let name): "`\(name)` is not closed"
    case .closesNothing(let name): "`{{/\(name)}}` closes nothing"
    case .closesAnother(let name, let open): "`{{/\(name)}}` stands where `{{/\(open)}}` belongs"
    case .otherSigns: "a theme's tags stand between {{ and }}, and no other signs"
    case .longName: "this name has more than \(TemplateTags.longestName) letters"
    case .nameFromFields(let name): "`\(name)` names no template: a field's value does not choose one"
    case .faultyTag: "this tag cannot be read"
    case .strayInParent: "between `{{<name}}` and `{{/name}}` stand blocks `{{$name}}` alone"
    }
  }

  var help: String {
    switch self {
    case .includesItself: "take one of these out of the other"
    case .nestedTooDeeply, .tooLong: "include less"
    case .notClosed(let name): "put `{{/\(name)}}` behind it"
    case .closesNothing, .closesAnother: "check that every {{#section}} is closed by its {{/section}}"
    case .otherSigns: "leave the signs as they are; `{{{name}}}` writes a field as it is"
    case .longName: "give it a shorter one"
    case .nameFromFields: "write the template's own name"
    case .faultyTag: "it has the form `{{name}}`, `{{#name}}`, `{{/name}}`, `{{> name}}` or `{{$name}}`"
    case .strayInParent: "put it into one of the blocks"
    }
  }
}
