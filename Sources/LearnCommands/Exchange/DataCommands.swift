import ArgumentParser

struct DataCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Show, add, fetch and remove larger data sets.",
    discussion: "Cells use a data set where it is there. Nothing is downloaded but by `learn data fetch`.",
    subcommands: [ListData.self, AddData.self, FetchData.self, RemoveData.self],
    defaultSubcommand: ListData.self)
}
