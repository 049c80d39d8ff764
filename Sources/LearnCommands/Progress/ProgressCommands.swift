import ArgumentParser

struct ProgressCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "What you know, what is due, and what is kept of it.",
    subcommands: [
      ProgressSummary.self, ProgressSettings.self, ProgressAside.self, ProgressFit.self, ProgressExport.self,
      ProgressImport.self, ProgressBackup.self, ProgressRestore.self, ProgressForget.self,
    ],
    defaultSubcommand: ProgressSummary.self)
}
