@testable import DataLibrary

extension Gzip {
  /// The file inflated.
  ///
  /// - Parameter size: how many bytes are offered at a time.
  static func inflate(_ bytes: [UInt8], limit: Int = .max, pieces size: Int = 1 << 18) throws(GzipError) -> [UInt8] {
    var inflater = try Inflater(limit: limit)
    var inflated: [UInt8] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      inflater.offer(Array(rest.prefix(size)))
      while let part = try inflater.next() { inflated += part }
      rest = rest.dropFirst(size)
    }
    try inflater.finish()
    return inflated
  }
}
