import Course
import Messages

/// The names that a cell may mean where it names something that is not there.
enum CellNames {
  /// The names that lessons use of the library, and that everybody uses of Swift.
  static let known = [
    // Display
    "text", "print", "progress", "plot", "metric", "show", "scatter", "heat", "arrows", "table", "bars", "histogram",
    "keep", "parameter", "data", "stop", "seed", "decimal", "explore",
    // The library
    "Autoencoder", "BernoulliMixture", "BernoulliNaiveBayes", "ClassGaussians", "ConditionalGAN",
    "ConditionalVariationalAutoencoder", "CharacterTokenizer", "CopyDetector", "Dataset", "Denoiser",
    "DenoisingAutoencoder", "Diffusion", "Digits", "Face", "GaussianModes", "GaussianNaiveBayes",
    "GenerativeAdversarialNetwork", "HiddenMarkovModel", "LearningRate", "Letters", "LogisticRegression", "MLP",
    "MLPClassifier", "MarkovChain", "NearestNeighbours", "NoiseSchedule", "PointClouds", "PrincipalComponents",
    "RandomGenerator", "Shape", "Tape", "Tensor", "Trainer", "VariationalAutoencoder", "WordTokenizer",
    "frechetDistance", "energyDistance", "memorizationScore", "exp", "log", "tanh", "sigmoid", "sin", "cos",
    // Swift
    "Array", "Bool", "Double", "Float", "Int", "String", "UInt8", "UInt64", "append", "contains", "count", "enumerated",
    "filter", "first", "indices", "isEmpty", "joined", "last", "map", "max", "min", "prefix", "reduce", "reversed",
    "sorted", "suffix", "zip", "abs",
  ]

  /// The messages, each with the name that may be meant where it says that one is not there.
  static func adding(to messages: [CompilerMessage], in cells: [Cell]) -> [CompilerMessage] {
    let missing = Set(messages.compactMap { Self.missing($0)?.name })
    if missing.isEmpty { return messages }
    // Names of the cells first: where two are equally close, the learner's own is meant.
    func names(areMembers: Bool) -> [String] {
      var seen = missing
      return (cells.flatMap { Self.names(in: $0, areMembers: areMembers) } + known).filter { seen.insert($0).inserted }
    }
    let (alone, members) = (names(areMembers: false), names(areMembers: true))
    var suggestions: [String: String?] = [:]
    return messages.map { message in
      // Each comparison takes its time: only for those that will be told.
      guard let (name, isMember) = Self.missing(message), suggestions.count < Problem.mostTold else { return message }
      let key = "\(isMember) \(name)"
      let suggestion = suggestions[key] ?? Self.suggestion(for: name, in: isMember ? members : alone)
      suggestions[key] = .some(suggestion)
      var message = message
      message.suggestion = suggestion
      return message
    }
  }

  /// The closest name of those that there are.
  private static func suggestion(for name: String, in names: [String]) -> String? {
    let isType = name.first?.isUppercase == true
    return Suggestion.closest(to: name, in: names.filter { ($0.first?.isUppercase == true) == isType })
  }

  /// The name that a message says is not there.
  private static func missing(_ message: CompilerMessage) -> (name: String, isMember: Bool)? {
    guard message.severity == .error,
      let match = message.text.firstMatch(
        of: /(cannot find (type )?|(?<member>has no member ))'(?<name>[A-Za-z_][A-Za-z0-9_]*)'/)
    else { return nil }
    return (String(match.name), match.member != nil)
  }

  /// The names of a cell's code. What stands behind a point says nothing of what stands alone.
  private static func names(in cell: Cell, areMembers: Bool) -> [String] {
    SwiftTokenizer.tokens(cell.code).filter { $0.kind != .string && $0.kind != .comment }.flatMap { token in
      token.text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.filter { word in
        guard word.first?.isLetter == true else { return false }
        return areMembers || cell.code[..<word.startIndex].last != "."
      }
    }.map(String.init)
  }
}
