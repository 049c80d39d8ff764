import Foundation
import TestSupport
import Testing

/// A copy of the hostile course, whose cells know names of the reader's home: a real attacker would guess them.
struct HostileCourse {
  let folder: TemporaryFolder
  let learn: LearnCommand

  /// - Parameters:
  ///   - lessons: further ones, by file name.
  ///   - isTrusted: whether the reader has said that its cells may run.
  init(as account: Account = .own, lessons: [String: String] = [:], isTrusted: Bool = true) throws {
    folder = try TemporaryFolder()
    let fixture = LearnCommand.fixtures.appending(path: "Hostile/Lessons", directoryHint: .isDirectory)
    for name in try FileManager.default.contentsOfDirectory(atPath: fixture.path) {
      var text = try String(contentsOf: fixture.appending(path: name), encoding: .utf8)
      text = text.replacing("FUNCTIONS", with: Self.doubling)
      if name == "course.yml" { text += lessons.keys.sorted().map { "  - \($0)\n" }.joined() }
      try folder.create("Lessons/\(name)", text)
    }
    for (name, text) in lessons { try folder.create("Lessons/\(name)", text) }
    var learn = try LearnCommand(in: folder.url, trusting: isTrusted, as: account)
    learn.course = folder
    self.learn = learn
    try folder.create(
      "Lessons/hostile.md",
      String(contentsOf: folder.url.appending(path: "Lessons/hostile.md"), encoding: .utf8)
        .replacing("HOME", with: learn.home.url.path).replacing("PORT", with: "22"))
    try account.own(learn.home.create(".ssh/id_rsa", "the key to everything"))
    try account.own(learn.home.url.appending(path: ".ssh"))
    if isTrusted { _ = try learn.run("course", "trust", "--always") }
  }

  /// Functions of which each calls the one before twice: inlined, they double with every line.
  private static let doubling = (1...26).map {
    "@inline(__always) func f\($0)(_ x: Double) -> Double { f\($0 - 1)(x) + f\($0 - 1)(3 * x) }"
  }.joined(separator: "\n")
}

extension LearnCommand {
  /// No process has the word in its command line any more, in a moment at most: the kernel ends them one after another.
  static func expectNoProcess(running word: String) throws {
    #if os(Linux)
      var left = try processes(running: word)
      for _ in 0..<100 where !left.isEmpty {
        Thread.sleep(forTimeInterval: 0.05)
        left = try processes(running: word)
      }
      #expect(left == [], "processes were left behind")
    #endif
  }
}
