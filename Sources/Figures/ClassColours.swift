import Events

/// The colours of a plane's points and their classes: none where all points are of one.
package struct ClassColours: Equatable, Sendable {
  package struct Entry: Equatable, Sendable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8
    /// The class; where there are more classes than colours, all that share this one.
    package var label: String
  }

  package let entries: [Entry]

  package init(_ plane: Plane) {
    guard plane.classes.count > 1 else {
      entries = []
      return
    }
    var shared: [Int: [Int]] = [:]
    for label in plane.classes { shared[Palette.index(of: label), default: []].append(label) }
    entries = shared.sorted { $0.value[0] < $1.value[0] }.map { index, labels in
      let colour = Palette.ofClass(index)
      let text = labels.prefix(3).map { "\($0)" }.joined(separator: ",") + (labels.count > 3 ? "…" : "")
      return Entry(red: UInt8(colour.red), green: UInt8(colour.green), blue: UInt8(colour.blue), label: text)
    }
  }
}
