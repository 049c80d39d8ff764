import Course

/// All that `learn build-site` says about what went wrong is said here.
extension SiteError {
  /// What is wrong, in one line.
  package var message: String {
    switch self {
    case .notOurs(let folder, let example): "\(folder) holds “\(example)”, which is not part of a site built by learn"
    case .notAFolder(let path): "\(path) is a file, not a folder"
    case .cannotRead(let path, let reason): "cannot read \(path): \(reason)"
    case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
    case .noTemplate(let name, let folder): "the theme in \(folder) has no template “\(name)”"
    case .interrupted: "interrupted"
    case .faultyTemplate(let fault): fault.kind.message
    case .refused(let problem): problem.kind.message
    }
  }

  /// What to do about it.
  package var help: String {
    switch self {
    case .notOurs: "choose a folder that is new or empty, or move the file away: nothing was changed"
    case .notAFolder: "choose another name with --output"
    case .cannotRead: "check that the file is there and that you may read it"
    case .cannotWrite: "check that you may write there and that the disk is not full: the former site is as it was"
    case .noTemplate(let name, _): "add templates/\(name).mustache"
    case .interrupted: "the former site is as it was"
    case .faultyTemplate(let fault): fault.kind.help
    case .refused(let problem): problem.kind.help
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
