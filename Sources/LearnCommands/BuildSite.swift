import ArgumentParser

struct BuildSite: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Export the course as static HTML.")
  @OptionGroup var options: CommonOptions
  func run() async throws {}
}
