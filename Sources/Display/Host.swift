/// The few things that a cell needs from outside: somewhere to write, a clock, what the reader has set, and an end.
///
/// Natively, events go to file descriptor 3 and settings come as arguments `name=value`; in WebAssembly the page
/// provides both through imported functions.
#if hasFeature(Embedded)
  @_extern(wasm, module: "learn", name: "emit")
  private func emit(_ bytes: UnsafePointer<UInt8>, _ count: Int32)
  @_extern(wasm, module: "learn", name: "now")
  private func now() -> Double
  @_extern(wasm, module: "learn", name: "seed")
  private func hostSeed() -> UInt64
  @_extern(wasm, module: "learn", name: "setting")
  private func hostSetting(_ name: UnsafePointer<UInt8>, _ count: Int32, _ standard: Float) -> Float
  @_extern(wasm, module: "learn", name: "dataSize")
  private func hostDataSize(_ path: UnsafePointer<UInt8>, _ count: Int32) -> Int32
  @_extern(wasm, module: "learn", name: "data")
  private func hostData(_ path: UnsafePointer<UInt8>, _ count: Int32, _ target: UnsafeMutablePointer<UInt8>)
  @_extern(wasm, module: "learn", name: "stop")
  private func hostStop()

  enum Host {
    static func write(_ line: [UInt8]) {
      line.withUnsafeBufferPointer { buffer in
        if let start = buffer.baseAddress { emit(start, Int32(buffer.count)) }
      }
    }

    /// Seconds on a clock that only runs forward.
    static var seconds: Double { now() }

    static var seed: UInt64? { hostSeed() }

    static func setting(_ name: String, standard: Float) -> Float {
      let bytes = [UInt8](name.utf8)
      return bytes.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return standard }
        return hostSetting(start, Int32(buffer.count), standard)
      }
    }

    /// Nothing is to be started: a page has the clock, and ends the cell's worker itself.
    static func start() {}

    /// The bytes that the page has of a data set: a file that the reader has chosen; `nil` where there is none.
    static func data(_ name: String, _ file: String) -> [UInt8]? {
      let path = [UInt8]("\(name)/\(file)".utf8)
      return path.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return nil }
        let size = Int(hostDataSize(start, Int32(buffer.count)))
        guard size >= 0 else { return nil }
        return [UInt8](unsafeUninitializedCapacity: size) { bytes, count in
          if let target = bytes.baseAddress { hostData(start, Int32(buffer.count), target) }
          count = size
        }
      }
    }

    static func stop() -> Never {
      hostStop()
      fatalError()
    }
  }
#else
  import Synchronization

  @_extern(c, "exit")
  private func systemExit(_ status: Int32)
  @_extern(c, "write")
  private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int
  @_extern(c, "read")
  private func systemReadInput(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int
  @_extern(c, "fopen")
  private func systemOpen(_ path: UnsafePointer<CChar>, _ mode: UnsafePointer<CChar>) -> OpaquePointer?
  @_extern(c, "fread")
  private func systemRead(_ bytes: UnsafeMutableRawPointer, _ size: Int, _ count: Int, _ file: OpaquePointer) -> Int
  @_extern(c, "ferror")
  private func systemError(_ file: OpaquePointer) -> Int32
  @_extern(c, "fclose")
  private func systemClose(_ file: OpaquePointer) -> Int32
  @_extern(c, "poll")
  private func systemPoll(_ descriptors: UnsafeMutableRawPointer, _ count: UInt, _ milliseconds: Int32) -> Int32
  @_extern(c, "kill")
  private func systemKill(_ process: Int32, _ signal: Int32) -> Int32
  @_extern(c, "getpid")
  private func ownProcess() -> Int32
  @_extern(c, "getpgrp")
  private func ownGroup() -> Int32
  private typealias ThreadBody = @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer?
  @_extern(c, "pthread_create")
  private func startThread(
    _ thread: UnsafeMutablePointer<UInt>, _ attributes: UnsafeRawPointer?, _ body: ThreadBody,
    _ argument: UnsafeMutableRawPointer?
  ) -> Int32

  enum Host {
    /// A record separator goes ahead of the line (RFC 7464): whatever else writes to the same pipe may have stopped in
    /// the middle of a line.
    static func write(_ line: [UInt8]) {
      ([0x1E] + line).withUnsafeBytes { buffer in
        guard let start = buffer.baseAddress else { return }
        var sent = 0
        while sent < buffer.count {
          let written = systemWrite(3, start + sent, buffer.count - sent)
          // The cell was started by hand and nobody listens: go on silently.
          guard written > 0 else { return }
          sent += written
        }
      }
    }

    /// Whether the host has closed the cell's standard input: it asks the cell to stop.
    static let isAskedToStop = Atomic<Bool>(false)

    /// Starts the clock, and the thread that watches the host. A second call does nothing.
    static func start() { _ = startTime }

    /// When the cell began. The thread sees when the host asks the cell to stop, and ends the cell, with all that it
    /// started, as soon as nobody can read its events any more: a host that was killed, or that a closed pipe has ended,
    /// cannot stop its cell itself.
    private static let startTime: ContinuousClock.Instant = {
      var thread: UInt = 0
      let body: ThreadBody = { _ in
        // Two `pollfd` that ask for nothing: what they always tell is that the other end is closed (POLLERR, POLLHUP).
        // A descriptor that was never open (POLLNVAL) belongs to a cell that was started by hand.
        var ends:
          (
            events: Int32, asked: Int16, found: Int16, input: Int32, askedOfInput: Int16, foundOnInput: Int16
          ) = (3, 0, 0, 0, 0, 0)
        while ends.events >= 0 || ends.input >= 0 {
          guard systemPoll(&ends, 2, -1) > 0 else { continue }
          if ends.found & (0x08 | 0x10) != 0 {
            // The whole group (0) where it is the cell's own.
            _ = systemKill(ownGroup() == ownProcess() ? 0 : ownProcess(), 9)
          }
          if ends.foundOnInput & (0x08 | 0x10) != 0 { isAskedToStop.store(true, ordering: .relaxed) }
          // Below 0, a descriptor is passed over.
          if ends.found != 0 { ends.events = -1 }
          if ends.foundOnInput != 0 { ends.input = -1 }
        }
        return nil
      }
      // Without the thread a cell runs as well; it only outlives a host that was killed.
      _ = startThread(&thread, nil, body, nil)
      return .now
    }()

    /// Seconds on a clock that only runs forward.
    static var seconds: Double {
      let elapsed = ContinuousClock.now - startTime
      return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    }

    static var seed: UInt64? { argument("seed").flatMap { UInt64($0) } }

    static func setting(_ name: String, standard: Float) -> Float {
      argument("set:" + name).flatMap { Float($0) } ?? standard
    }

    /// A file in the folder of a data set; `nil` where it cannot be read.
    static func data(_ name: String, _ file: String) -> [UInt8]? {
      guard let folder = argument("data"), let stream = systemOpen("\(folder)/\(name)/\(file)", "rb") else {
        return nil
      }
      defer { _ = systemClose(stream) }
      var bytes: [UInt8] = []
      while true {
        let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
          count = buffer.baseAddress.map { systemRead($0, 1, buffer.count, stream) } ?? 0
        }
        if chunk.isEmpty { return systemError(stream) == 0 ? bytes : nil }
        bytes += chunk
      }
    }

    /// Whether somebody wants to go on to other points when the cell has come to its end.
    static var explores: Bool { argument("explore") == "1" }

    /// The numbers on the next line of standard input; `nil` at its end.
    static func nextPoint() -> [Float]? {
      var line: [UInt8] = []
      var byte: UInt8 = 0
      while true {
        let count = systemReadInput(0, &byte, 1)
        if count < 1 { return nil }
        if byte == UInt8(ascii: "\n") { break }
        line.append(byte)
      }
      return line.split(separator: UInt8(ascii: " ")).map { Float(String(decoding: $0, as: UTF8.self)) ?? .nan }
    }

    static func end() -> Never {
      systemExit(0)
      fatalError()
    }

    static func argument(_ name: String) -> Substring? {
      let prefix = name + "="
      return CommandLine.arguments.last { $0.hasPrefix(prefix) }?.dropFirst(prefix.count)
    }

    /// A trap, not an exit: from the trap's backtrace the host knows the cell's line.
    static func stop() -> Never { fatalError("stopped") }
  }
#endif
