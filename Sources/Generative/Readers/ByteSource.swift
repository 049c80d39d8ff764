/// Bytes that are read once from beginning to end, a piece at a time: a file that is only checked need not lie in
/// memory.
package struct ByteSource {
  private var piece: [UInt8]
  private var position = 0
  private let more: () -> [UInt8]

  package init(_ bytes: [UInt8]) {
    piece = bytes
    more = { [] }
  }

  /// - Parameter more: the next piece; empty at the end.
  package init(more: @escaping () -> [UInt8]) {
    piece = more()
    self.more = more
  }

  /// Whether the bytes begin so; asked before the first is taken.
  func begins(with start: [UInt8]) -> Bool { piece.starts(with: start) }

  /// `nil` at the end.
  mutating func next() -> UInt8? {
    if position == piece.count {
      piece = more()
      position = 0
      if piece.isEmpty { return nil }
    }
    position += 1
    return piece[position - 1]
  }
}
