import ArgumentParser

struct ProgressCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "What you know, and what is kept of it.",
    subcommands: [ProgressFit.self])
}
