/// The transcript's bytes, which the test reads one by one in WebAssembly.
nonisolated(unsafe) private var bytes: [UInt8] = []

@_cdecl("transcript")
public func transcript() -> Int32 {
  bytes = Array(Transcript().text.utf8)
  return Int32(bytes.count)
}

@_cdecl("byte")
public func byte(_ index: Int32) -> Int32 { Int32(bytes[Int(index)]) }
