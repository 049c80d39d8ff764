/// What the test runs as a process: a digest a line.
@main struct Main {
  static func main() {
    for model in TrainedModel.allCases { print(model.digest) }
  }
}
