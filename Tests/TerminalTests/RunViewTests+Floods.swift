import Events
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@testable import Terminal

/// More than anybody can look at.
extension RunViewTests {
  /// Of hundreds of figures the last are drawn, and all are said.
  @Test func ofManyFiguresTheLastAreDrawn() {
    var view = RunView(screen: Screen(width: 80, height: 24, colours: .full, isInteractive: true))
    view.add(.text("first"))
    for number in 0..<RunView.mostDrawn + 3 {
      view.add(Self.picture(99, width: 4, height: 4, caption: "number \(number)."))
    }
    view.add(.text("last"))
    let lines = view.result().split(separator: "\n").map(String.init)
    #expect(lines.first == "first")
    #expect(
      lines[1...3] == [
        "number 0.: Ten small pictures.", "number 1.: Ten small pictures.", "number 2.: Ten small pictures.",
      ])
    #expect(lines[4].contains("▀"))
    for number in 3..<RunView.mostDrawn + 3 {
      #expect(lines.contains { $0.contains("number \(number).") && !$0.contains(":") })
    }
    #expect(lines.last == "last")
  }

  /// However much was said, a frame takes the time of what is on the screen.
  @Test func aFrameLooksAtTheLastWordsAlone() throws {
    var view = RunView(screen: Screen(width: 80, height: 24, colours: .full, isInteractive: true))
    for number in 0..<20_000 { view.add(.text("line \(number)")) }
    let start = clock()
    for step in 0..<20 {
      view.add(.text("more \(step)"))
      let frame = try frame(of: &view, 1)
      #expect(frame.contains("more \(step)"))
    }
    // Of this process, tests beside this one among it. All lines, twenty times, take minutes.
    #expect(Double(clock() - start) / Double(CLOCKS_PER_SEC) < 30)
  }
}
