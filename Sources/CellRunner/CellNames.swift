import Course

/// The names that a cell may mean where it names something that is not there.
enum CellNames {
  /// What lessons use of the library, and what everybody uses of Swift.
  static let known = [
    // Display
    "text", "print", "progress", "plot", "metric", "show", "scatter", "heat", "arrows", "table", "bars", "histogram",
    "keep", "parameter", "data", "stop", "seed",
    // The library
    "Autoencoder", "BernoulliMixture", "BernoulliNaiveBayes", "ClassGaussians", "ConditionalGAN",
    "ConditionalVariationalAutoencoder", "CharacterTokenizer", "CopyDetector", "Dataset", "Denoiser",
    "DenoisingAutoencoder", "Diffusion", "Digits", "Face", "GaussianModes", "GaussianNaiveBayes",
    "GenerativeAdversarialNetwork", "HiddenMarkovModel", "LearningRate", "Letters", "LogisticRegression", "MLP",
    "MLPClassifier", "MarkovChain", "NearestNeighbours", "NoiseSchedule", "PointClouds", "PrincipalComponents",
    "RandomGenerator", "Shape", "Tape", "Tensor", "Trainer", "VariationalAutoencoder", "WordTokenizer",
    "frechetDistance", "energyDistance", "memorizationScore",
    // Swift
    "Array", "Bool", "Double", "Float", "Int", "String", "UInt8", "UInt64", "append", "contains", "count", "enumerated",
    "filter", "first", "indices", "isEmpty", "joined", "last", "map", "max", "min", "prefix", "reduce", "reversed",
    "sorted", "suffix", "zip", "sqrt", "round", "abs",
  ]

  /// The name that is closest to the one that the message says is not there.
  static func suggestion(for message: CompilerMessage, in cells: [Cell]) -> String? {
    guard message.severity == .error,
      let name = message.text.firstMatch(of: /(cannot find (type )?|has no member )'(?<name>[A-Za-z_][A-Za-z0-9_]*)'/)?
        .name
    else { return nil }
    // Names of the cells first: where two are equally close, the learner's own is meant.
    let own = cells.flatMap { SwiftTokenizer.tokens($0.code) }.flatMap { token in
      token.kind == .string || token.kind == .comment ? [] : words(token.text)
    }
    let isType = name.first?.isUppercase == true
    return Suggestion.closest(
      to: String(name), in: (own + known).filter { $0 != name && ($0.first?.isUppercase == true) == isType })
  }

  private static func words(_ text: Substring) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init).filter { $0.first?.isLetter == true }
  }
}
