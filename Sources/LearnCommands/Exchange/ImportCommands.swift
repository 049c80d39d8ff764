import ArgumentParser

struct ImportCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring questions of other programs into a course of yours.",
    subcommands: [ImportGIFT.self])
}
