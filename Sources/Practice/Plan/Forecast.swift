/// The numbers of items that come back on each of some days; the first counts today and all that is overdue.
package struct Forecast: Equatable, Sendable {
  /// When each day ends, in their order.
  private let ends: [Int64]
  package private(set) var counts: [Int]

  package init(dayEnds: [Int64]) {
    ends = dayEnds
    counts = [Int](repeating: 0, count: dayEnds.count)
  }

  /// Counts an item; one that comes back behind the last day counts for nothing.
  package mutating func add(_ scheduled: ScheduledItem) {
    let time = scheduled.comesBack
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if time < ends[middle] { high = middle } else { low = middle + 1 }
    }
    if low < counts.count { counts[low] += 1 }
  }
}
