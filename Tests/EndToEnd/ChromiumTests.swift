import Cells
import Course
import Events
import FlyingFox
import FlyingSocks
import Foundation
import TestSupport
import Testing

/// A page of a folder (file://), in a real browser: what its cells say is what they say in Node, which is compared with
/// the terminal.
@Suite(
  .serialized,
  .enabled(if: BrowserCells.obstacle == nil, "\(BrowserCells.obstacle ?? "")"),
  .enabled(if: BrowserCells.chromium != nil, "no Chromium on the search path"))
struct ChromiumTests {
  @Test(arguments: ["figures", "trains", "after"]) func aPageComesToTheSameDigest(cell: String) async throws {
    let seed = try BrowserCells.program(cell: cell).cell.seed
    let page = try await events(
      of: cell,
      """
      const running = LearnCells.start(bytes, { cell: "\(cell)", seed: "\(seed)" }, event => events.push(event))
      await running.ended
      """)
    let node = try await BrowserCells.run(cell)
    #expect(page.count == node.count)
    guard case .done(_, _, let digest)? = page.last, case .done(_, _, let expected)? = node.last else {
      Issue.record("no end: \(String(describing: page.last))")
      return
    }
    #expect(digest == expected)
  }

  @Test func aPageTellsAnErrorWithItsLine() async throws {
    let page = try await events(
      of: "shapes",
      """
      await LearnCells.start(bytes, { cell: "shapes" }, event => events.push(event)).ended
      """)
    guard case .error(let message, let line)? = page.last else {
      Issue.record("no error: \(page)")
      return
    }
    #expect(message.contains("[2, 3]") && message.contains("[2, 2]"))
    #expect(line == (try BrowserCells.line("left • right")))
  }

  /// The page lives on while a cell works, and can end it.
  @Test func aRunCanBeEnded() async throws {
    let page = try await events(
      of: "endless",
      """
      let told
      const hasBegun = new Promise(resolve => { told = resolve })
      const running = LearnCells.start(bytes, { cell: "endless" }, event => { events.push(event); told() })
      await hasBegun
      running.cancel()
      await running.ended
      """)
    #expect(page == [.text("before")])
  }

  /// What a page asks for while the cell still trains is shown when it is done, and a fault there is told.
  @Test func aPageExploresAndIsToldOfFaults() async throws {
    let page = try await events(
      of: "explores",
      """
      let told
      const hasFailed = new Promise(resolve => { told = resolve })
      const running = LearnCells.start(bytes, { cell: "explores" }, event => {
        events.push(event)
        if (event.kind === "error") told()
      })
      running.explore(0, 3, 1, 0)
      await running.ended
      running.explore(0, 5, 1, 0)
      await hasFailed
      running.cancel()
      """)
    #expect(page.contains(.explored(point: [3, 0])) && page.contains(.text("d")), "\(page)")
    guard case .error(let message, let line)? = page.last else {
      Issue.record("no error: \(page)")
      return
    }
    #expect(message.contains("an index out of range"))
    #expect(line == (try BrowserCells.line("text(names[Int(point[0])])")))
  }

  /// What `events` holds when the script in the page is over.
  private func events(of id: String, _ script: String) async throws -> [Event] {
    let module = try await BrowserCells.compiler().compile(BrowserCells.program(cell: id))
    let folder = try TemporaryFolder()
    let answer = Answer()
    let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0), logger: .disabled)
    await server.appendRoute("POST *") { request in
      await answer.give(try await request.bodyData)
      return HTTPResponse(statusCode: .ok)
    }
    let serving = Task { try await server.run() }
    defer { serving.cancel() }
    try await server.waitUntilListening(timeout: 60)
    guard case .ip4(_, let port)? = await server.listeningAddress else { throw SocketError.unsupportedAddress }
    try folder.create("cell.js", String(contentsOf: BrowserCells.script, encoding: .utf8))
    let page = try folder.create(
      "page.html",
      """
      <!DOCTYPE html><meta charset="utf-8"><script src="cell.js"></script><script>
      const bytes = Uint8Array.from(atob("\(Data(contentsOf: module).base64EncodedString())"), c => c.charCodeAt(0))
      const events = [];
      (async () => {
        \(script)
        const lines = events.map(event => JSON.stringify(event) + "\\n").join("")
        await fetch("http://127.0.0.1:\(port)/", { method: "POST", mode: "no-cors", body: lines })
      })()
      </script>
      """)
    let browser = Process()
    browser.executableURL = BrowserCells.chromium
    browser.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync",
      "--disable-background-networking", "--user-data-dir=\(folder.url.appending(path: "profile").path)",
      page.absoluteString,
    ]
    browser.standardOutput = FileHandle.nullDevice
    browser.standardError = FileHandle.nullDevice
    try browser.run()
    defer {
      browser.terminate()
      browser.waitUntilExit()
    }
    let lines = try await answer.wait(seconds: 60)
    var decoder = EventDecoder()
    return (decoder.decode(Array(lines)) + decoder.finish()).map(\.event)
  }

  private actor Answer {
    private var data: Data?

    func give(_ data: Data) { self.data = data }

    func wait(seconds: Int) async throws -> Data {
      for _ in 0..<seconds * 20 {
        if let data { return data }
        try await Task.sleep(for: .milliseconds(50))
      }
      return try #require(data, "the page has not answered")
    }
  }
}
