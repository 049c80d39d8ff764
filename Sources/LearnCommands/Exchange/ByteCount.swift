import Foundation

/// A number of bytes as people say it.
enum ByteCount {
  static func text(_ bytes: Int) -> String {
    switch bytes {
    case ..<1000: "\(bytes) bytes"
    case ..<1_000_000: number(Double(bytes) / 1e3) + " kB"
    case ..<1_000_000_000: number(Double(bytes) / 1e6) + " MB"
    default: number(Double(bytes) / 1e9) + " GB"
    }
  }

  private static func number(_ value: Double) -> String {
    String(format: value < 10 ? "%.1f" : "%.0f", value)
  }
}
