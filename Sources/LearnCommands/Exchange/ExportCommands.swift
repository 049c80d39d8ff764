import ArgumentParser

struct ExportCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Take exercises and cards to other programs.",
    subcommands: [ExportAnki.self, ExportGIFT.self, ExportQTI.self, ExportCSV.self])
}
