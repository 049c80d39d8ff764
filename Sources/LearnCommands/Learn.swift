// LearnCommands: a file a subcommand, in folders named as the help's groups, with a `Context` of injected parts.

import ArgumentParser
import Course
import Foundation
import Messages
import Synchronization
import Terminal

/// The command `learn`.
package struct Learn: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "A course on generative models that runs.",
    discussion: "Without a subcommand, `learn` says where you are and what to do next.",
    version: "0.1.0",
    subcommands: [Status.self],
    groupedSubcommands: [
      CommandGroup(
        name: "Reading",
        subcommands: [Next.self, List.self, Read.self, Search.self, Glossary.self, Cheatsheet.self]),
      CommandGroup(
        name: "Cells", subcommands: [Run.self, Explore.self, Replay.self, Edit.self, Diff.self, Reset.self]),
      CommandGroup(name: "Practice", subcommands: [Quiz.self, Undo.self]),
      CommandGroup(name: "Progress", subcommands: [ProgressCommands.self]),
      CommandGroup(name: "Exchange", subcommands: [ExportCommands.self, ImportCommands.self, DataCommands.self]),
      CommandGroup(name: "Courses", subcommands: [CourseCommands.self]),
      CommandGroup(name: "Authors", subcommands: [Check.self, BuildSite.self, Verify.self]),
      CommandGroup(name: "Machine", subcommands: [Doctor.self]),
    ],
    defaultSubcommand: Status.self)

  package init() {}

  /// Runs the command line and ends the process with the status that it deserves.
  package static func start() async -> Never {
    // A file that may not grow further is an error to be told, and no reason to end without a word.
    signal(SIGXFSZ, SIG_IGN)
    // Nor is a cell that has ended before it was written to; where our own output goes nowhere, `Output` ends us.
    signal(SIGPIPE, SIG_IGN)
    Foundation.exit(await Interruption.undertake { await status() })
  }

  /// Runs a command line and tells of its error.
  ///
  /// - Parameter words: in place of those that the process was started with.
  /// - Returns: the status that it deserves.
  static func status(of words: [String]? = nil) async -> Int32 {
    let line = words ?? Array(CommandLine.arguments.dropFirst())
    do {
      var command = try parsed(line)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return 0
    } catch {
      // Help and the version are no errors: the parser writes them.
      guard let explanation = Explanation(describing: error) else { exit(withError: error) }
      Output.error(explanation.text(width: Screen.errorWidth))
      return explanation.status.rawValue
    }
  }

  private static func parsed(_ words: [String]) throws -> any ParsableCommand {
    let mistake = CommandLineMistake(words)
    do {
      let command = try parseAsRoot(words)
      // A wish for the help of a command that does not exist is parsed, too.
      if words.first == "help", let failure = mistake.unknown { throw failure }
      return command
    } catch let error as Failure {
      throw error
    } catch {
      throw mistake.failure(error) ?? error
    }
  }
}
