import ArgumentParser
import Foundation
import Messages
import Practice
import Progress
import Terminal

struct ProgressAside: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "aside", abstract: "Show what is set aside or buried, and bring it back.",
    discussion: "`learn progress aside --bring-back 2` brings back the second of what it shows.")

  @Option(help: "The number of what is to come back, or `all`.")
  var bringBack: String?

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let store = try bringBack == nil ? context.progressToRead().store : context.openProgressToRecord()
    let items = try store.hiddenItems(at: context.now).sorted {
      ($0.value, $0.key.exercise, $0.key.item) < ($1.value, $1.key.exercise, $1.key.item)
    }
    guard !items.isEmpty else { return context.write(["Nothing is set aside."]) }
    guard let bringBack else {
      let leeches = Set(try store.leeches())
      return context.write(
        items.enumerated().map { index, entry in
          let why =
            entry.value < LogEvent.forGood
            ? "until tomorrow" : leeches.contains(entry.key) ? "forgotten too often" : "set aside"
          return Line([Span("\(index + 1)  ", .bold), Span(context.name(of: entry.key)), Span(" · \(why)", .faint)])
        } + ["", Line("learn progress aside --bring-back 1", .faint)])
    }
    var chosen = items.map(\.key)
    if bringBack != "all" {
      guard let number = Int(bringBack), items.indices.contains(number - 1) else {
        throw Failure(
          "`--bring-back \(bringBack)` names nothing that is set aside",
          help: "choose from 1 to \(items.count), or `all`", status: .usage)
      }
      chosen = [items[number - 1].key]
    }
    for item in chosen {
      try store.hide(item, until: 0, at: context.now, session: context.session)
      context.write([Line("Back again: \(context.name(of: item))")])
    }
  }
}
