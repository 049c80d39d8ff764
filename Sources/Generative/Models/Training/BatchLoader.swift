import Autodiff
import Learning
import Numerics

/// The examples that one step learns from.
public struct Batch {
  /// [rows, features]
  public let x: Tensor
  /// The class of each row.
  public let labels: [Int]

  /// Number of rows.
  public var count: Int { labels.count }
}

/// Batches of a data set in random order, as tensors.
struct BatchLoader {
  private let data: Dataset
  private var batches: Batches

  /// A batch is at most the whole data set.
  init(_ data: Dataset, size: Int, seed: UInt64, skipping: Int = 0) {
    self.data = data
    batches = Batches(of: data.count, size: min(size, data.count), seed: seed, skipping: skipping)
  }

  mutating func next(on tape: Tape) -> Batch {
    let rows = batches.next()
    var labels: [Int] = []
    for row in rows { labels.append(data.labels[row]) }
    return Batch(x: tape.constant(data.rows(rows), [rows.count, data.features]), labels: labels)
  }
}

/// The scaling that a model applies to its data before it looks at them, and undoes before it hands samples out.
public enum DataScale: Equatable, Sendable {
  /// No scaling: points in the plane, around the origin.
  case unchanged
  /// Grey levels from 0 to 1, which the model sees as −1 to 1.
  case pixels

  func normalized(_ x: Tensor) -> Tensor { self == .pixels ? 2 * x - 1 : x }

  /// The opposite; grey levels stay between 0 and 1.
  func denormalized(_ values: [Float]) -> [Float] {
    self == .pixels ? values.map { min(1, max(0, ($0 + 1) / 2)) } : values
  }
}

/// Rows of a [_, features] array.
func rowCount(_ inputs: [Float], _ features: Int) -> Int {
  require(inputs.count % features == 0, "\(inputs.count) numbers are no whole rows of \(features) features")
  return inputs.count / features
}

/// A 1 in the column of each row's class, zeros elsewhere: [labels.count, classes]. A label of −1 means none.
func oneHot(_ labels: [Int], classes: Int, on tape: Tape) -> Tensor {
  var values = [Float](repeating: 0, count: labels.count * classes)
  for (row, label) in labels.enumerated() where label >= 0 {
    require(label < classes, "class \(label) of row \(row) is none of the \(classes)")
    values[row * classes + label] = 1
  }
  return tape.constant(values, [labels.count, classes])
}

/// Rows that are looked at together where a large sample goes through a network.
let blockRows = 512

/// f(x), block by block, so that a large sample takes little memory: [_, columns] → [_, any width].
func inBlocks(_ inputs: [Float], columns: Int, on tape: Tape, _ f: (Tensor) -> Tensor) -> [Float] {
  let count = rowCount(inputs, columns)
  var result: [Float] = []
  for start in stride(from: 0, to: count, by: blockRows) {
    let rows = min(blockRows, count - start)
    let block = Array(inputs[start * columns..<(start + rows) * columns])
    result.append(contentsOf: tape.evaluate { f($0.constant(block, [rows, columns])).array })
  }
  return result
}
