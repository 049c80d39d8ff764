/// A duration in a word or two.
package enum DurationText {
  package static func words(_ seconds: Int64) -> String {
    let (days, year) = (seconds / 86_400, Int64(365))
    return switch seconds {
    case ..<3600: "\(max(1, seconds / 60)) min"
    case ..<86400: "\(seconds / 3600) h"
    case ..<(60 * 86400): "\(days) \(days == 1 ? "day" : "days")"
    case ..<(2 * 365 * 86400): "\(days / 30) months"
    default: "\(days / year) years"
    }
  }
}
