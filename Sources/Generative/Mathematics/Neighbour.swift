import Numerics

/// An example found near another, and how near.
package struct Neighbour: Sendable {
  package var index: Int
  package var squaredDistance: Float
}

/// The `count` rows of `references [_, features]` nearest to each row of `queries [_, features]`, nearest first; of
/// equally near ones the earlier.
/// - Parameter excludingSelf: leaves out the reference with the query's own number (a sample against itself).
package func nearestNeighbours(
  of queries: [Float], in references: [Float], features: Int, count: Int, excludingSelf: Bool = false
) -> [[Neighbour]] {
  require(queries.count % features == 0 && references.count % features == 0, "nearestNeighbours: not whole rows")
  return queries.withUnsafeBufferPointer { queries in
    references.withUnsafeBufferPointer { references in
      (0..<queries.count / features).map { query in
        var nearest: [Neighbour] = []
        nearest.reserveCapacity(count + 1)
        for reference in 0..<references.count / features where !(excludingSelf && reference == query) {
          let distance = squaredDistance(
            queries.baseAddress! + query * features, references.baseAddress! + reference * features, features)
          if nearest.count == count, distance >= nearest[count - 1].squaredDistance { continue }
          var position = nearest.count
          while position > 0, nearest[position - 1].squaredDistance > distance { position -= 1 }
          nearest.insert(Neighbour(index: reference, squaredDistance: distance), at: position)
          if nearest.count > count { nearest.removeLast() }
        }
        return nearest
      }
    }
  }
}

/// ‖a − b‖², in eight partial sums: the same bits whatever the vector width.
package func squaredDistance(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ features: Int) -> Float {
  var sums = SIMD8<Float>(repeating: 0)
  var index = 0
  while index + 8 <= features {
    let x = UnsafeRawPointer(a + index).loadUnaligned(as: SIMD8<Float>.self)
    let y = UnsafeRawPointer(b + index).loadUnaligned(as: SIMD8<Float>.self)
    let difference = x - y
    sums += difference * difference
    index += 8
  }
  while index < features {
    let difference = a[index] - b[index]
    sums[index % 8] += difference * difference
    index += 1
  }
  let four = sums.lowHalf + sums.highHalf
  let two = four.lowHalf + four.highHalf
  return two[0] + two[1]
}
