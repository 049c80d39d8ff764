/// What the test calls in WebAssembly.
@_cdecl("digest")
public func digest(_ index: Int32) -> UInt64 { TrainedModel(rawValue: Int(index))?.digest ?? 0 }
