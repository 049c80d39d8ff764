import Foundation
import Progress

extension LostEvents {
  /// Returns the warning that is given once.
  func warning(in home: URL) -> String {
    let things = [
      answers > 0 ? "\(answers) \(answers == 1 ? "answer" : "answers")" : nil,
      others > 0 ? "\(others) \(others == 1 ? "place or setting" : "places or settings")" : nil,
    ].compactMap(\.self)
    let isOne = answers + others == 1
    return """
      warning: \(things.joined(separator: " and ")) that \(isOne ? "was" : "were") confirmed \(isOne ? "is" : "are") not \
      in the log: \(home.path)/\(ProgressStore.fileName)-wal, which held \(isOne ? "it" : "them"), is gone
      help: `learn progress import FILE` adds what an export has, from another machine, too; `learn progress restore FILE` \
      puts a backup in the place of the log. This is said once; learn goes on with what is there

      """
  }
}
