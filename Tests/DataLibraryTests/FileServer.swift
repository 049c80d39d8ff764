import FlyingFox
import FlyingSocks
import Foundation

/// A server on 127.0.0.1, on a port that the system chooses, for as long as `body` runs.
actor FileServer {
  enum Manner: Sendable {
    /// Answers whole, or from where it is asked to go on.
    case sound
    /// Always answers whole.
    case withoutRanges
    /// Says the whole length and stops after so many bytes.
    case breaksOff(after: Int)
    /// Says no length, and never stops.
    case endless
    /// Says this and nothing else.
    case answers(Int)
  }

  private var files: [String: [UInt8]]
  private var manner: Manner
  /// What was asked for: the path, and the range after a blank.
  private(set) var requests: [String] = []

  init(_ files: [String: [UInt8]], _ manner: Manner = .sound) {
    self.files = files
    self.manner = manner
  }

  func behave(_ manner: Manner) { self.manner = manner }
  func replace(_ name: String, by bytes: [UInt8]) { files[name] = bytes }

  nonisolated func serve(_ body: (_ address: String) async throws -> Void) async throws {
    let server = HTTPServer(address: .loopback(port: 0), timeout: 120, logger: .disabled)
    await server.appendRoute("GET *") { request in await self.answer(request) }
    let task = Task { try await server.run() }
    defer { task.cancel() }
    try await server.waitUntilListening(timeout: 60)
    guard let place = await server.listeningAddress else { throw SocketError.disconnected }
    switch place {
    case .ip4(_, let port): try await body("http://127.0.0.1:\(port)/")
    case .ip6(_, let port): try await body("http://[::1]:\(port)/")
    case .unix: throw SocketError.unsupportedAddress
    }
    await server.stop()
  }

  private func answer(_ request: HTTPRequest) -> HTTPResponse {
    let range = request.headers[.range]
    requests.append(request.path + (range.map { " " + $0 } ?? ""))
    guard let bytes = files[String(request.path.dropFirst())] else { return HTTPResponse(statusCode: .notFound) }
    switch manner {
    case .endless: return HTTPResponse(statusCode: .ok, body: HTTPBodySequence(from: EndlessSequence()))
    case .answers(let status): return HTTPResponse(statusCode: HTTPStatusCode(status, phrase: "As it is"))
    case .withoutRanges: return HTTPResponse(statusCode: .ok, body: Data(bytes))
    case .breaksOff(let count):
      return HTTPResponse(
        statusCode: .ok, body: HTTPBodySequence(from: BrokenSequence(bytes: bytes, length: count), count: bytes.count))
    case .sound:
      guard let range, let start = Int(range.dropFirst("bytes=".count).dropLast()) else {
        return HTTPResponse(statusCode: .ok, body: Data(bytes))
      }
      guard start < bytes.count else {
        return HTTPResponse(
          statusCode: .rangeNotSatisfiable, headers: HTTPHeaders([.contentRange: "bytes */\(bytes.count)"]))
      }
      return HTTPResponse(
        statusCode: .partialContent,
        headers: HTTPHeaders([.contentRange: "bytes \(start)-\(bytes.count - 1)/\(bytes.count)"]),
        body: Data(bytes[start...]))
    }
  }
}

/// Bytes that end too early, as of a connection that is lost.
private struct BrokenSequence: AsyncBufferedSequence {
  typealias Element = UInt8

  let bytes: [UInt8]
  let length: Int

  func makeAsyncIterator() -> Iterator { Iterator(rest: bytes[..<length]) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var rest: ArraySlice<UInt8>

    mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }

    mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
      if rest.isEmpty { throw SocketError.disconnected }
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count)
    }
  }
}

/// Zeros without end.
private struct EndlessSequence: AsyncBufferedSequence {
  typealias Element = UInt8

  func makeAsyncIterator() -> Iterator { Iterator() }

  struct Iterator: AsyncBufferedIteratorProtocol {
    mutating func next() async throws -> UInt8? { 0 }
    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? { [UInt8](repeating: 0, count: count) }
  }
}
