/// A block of a product's result that is kept in registers while its terms are added.
///
/// `AVX512` and `AVX2` are set by the package description where the compiler may use those instructions. They
/// choose how many elements are in flight, never in which order an element's terms are added.
struct Tile {
  #if AVX512
    typealias Vector = SIMD16<Float>
    static let rows = 8
    static let columns = 32
  #elseif AVX2
    typealias Vector = SIMD8<Float>
    static let rows = 4
    static let columns = 16
  #else
    typealias Vector = SIMD4<Float>
    static let rows = 4
    static let columns = 8
  #endif

  var a: Floats
  var rowStride: Int
  var columnStride: Int
  var panel: Floats
  var k: Int
  var y: Floats
  var yStride: Int
  /// Values to begin from, and the distance between their rows.
  var start: (values: Floats, stride: Int)?

  /// Eight (or four) rows, two vectors wide.
  @inline(__always)
  func full() {
    let second = Tile.columns / 2
    var (c00, c01) = begin(0)
    var (c10, c11) = begin(1)
    var (c20, c21) = begin(2)
    var (c30, c31) = begin(3)
    #if AVX512
      var (c40, c41) = begin(4)
      var (c50, c51) = begin(5)
      var (c60, c61) = begin(6)
      var (c70, c71) = begin(7)
    #endif
    var left = a
    var right = panel
    for _ in 0..<k {
      let b0 = Tile.load(right)
      let b1 = Tile.load(right + second)
      let a0 = left[0]
      let a1 = left[rowStride]
      let a2 = left[2 * rowStride]
      let a3 = left[3 * rowStride]
      c00 += a0 * b0
      c01 += a0 * b1
      c10 += a1 * b0
      c11 += a1 * b1
      c20 += a2 * b0
      c21 += a2 * b1
      c30 += a3 * b0
      c31 += a3 * b1
      #if AVX512
        let a4 = left[4 * rowStride]
        let a5 = left[5 * rowStride]
        let a6 = left[6 * rowStride]
        let a7 = left[7 * rowStride]
        c40 += a4 * b0
        c41 += a4 * b1
        c50 += a5 * b0
        c51 += a5 * b1
        c60 += a6 * b0
        c61 += a6 * b1
        c70 += a7 * b0
        c71 += a7 * b1
      #endif
      left += columnStride
      right += Tile.columns
    }
    end(0, c00, c01)
    end(1, c10, c11)
    end(2, c20, c21)
    end(3, c30, c31)
    #if AVX512
      end(4, c40, c41)
      end(5, c50, c51)
      end(6, c60, c61)
      end(7, c70, c71)
    #endif
  }

  /// Multiplies as many rows, one vector wide.
  @inline(__always)
  func half() {
    var c0 = begin(0).0
    var c1 = begin(1).0
    var c2 = begin(2).0
    var c3 = begin(3).0
    #if AVX512
      var c4 = begin(4).0
      var c5 = begin(5).0
      var c6 = begin(6).0
      var c7 = begin(7).0
    #endif
    var left = a
    var right = panel
    for _ in 0..<k {
      let b = Tile.load(right)
      c0 += left[0] * b
      c1 += left[rowStride] * b
      c2 += left[2 * rowStride] * b
      c3 += left[3 * rowStride] * b
      #if AVX512
        c4 += left[4 * rowStride] * b
        c5 += left[5 * rowStride] * b
        c6 += left[6 * rowStride] * b
        c7 += left[7 * rowStride] * b
      #endif
      left += columnStride
      right += Tile.columns
    }
    end(0, c0, .zero)
    end(1, c1, .zero)
    end(2, c2, .zero)
    end(3, c3, .zero)
    #if AVX512
      end(4, c4, .zero)
      end(5, c5, .zero)
      end(6, c6, .zero)
      end(7, c7, .zero)
    #endif
  }

  /// A single row, for what is left at the bottom.
  @inline(__always)
  func one() {
    var (c0, c1) = begin(0)
    for p in 0..<k {
      let value = a[p * columnStride]
      c0 += value * Tile.load(panel + p * Tile.columns)
      c1 += value * Tile.load(panel + p * Tile.columns + Tile.columns / 2)
    }
    end(0, c0, c1)
  }

  /// Fewer columns than the tile has: computes whole vectors in scratch memory and copies what belongs to y.
  func narrow(width: Int, height: Int, scratch: Floats) {
    var tile = self
    if let start {
      for row in 0..<height {
        for column in 0..<width { scratch[row * Tile.columns + column] = start.values[row * start.stride + column] }
      }
      tile.start = (scratch, Tile.columns)
    }
    tile.y = scratch
    tile.yStride = Tile.columns
    if height == 1 { tile.one() } else { width <= Tile.columns / 2 ? tile.half() : tile.full() }
    for row in 0..<height {
      for column in 0..<width { y[row * yStride + column] = scratch[row * Tile.columns + column] }
    }
  }

  @inline(__always)
  private func begin(_ row: Int) -> (Vector, Vector) {
    guard let start else { return (.zero, .zero) }
    let values = start.values + row * start.stride
    return (Tile.load(values), Tile.load(values + Tile.columns / 2))
  }

  @inline(__always)
  private func end(_ row: Int, _ first: Vector, _ second: Vector) {
    let bytes = UnsafeMutableRawPointer(y + row * yStride)
    bytes.storeBytes(of: first, as: Vector.self)
    bytes.storeBytes(of: second, toByteOffset: Tile.columns / 2 * 4, as: Vector.self)
  }

  @inline(__always)
  private static func load(_ values: Floats) -> Vector {
    UnsafeRawPointer(values).loadUnaligned(as: Vector.self)
  }
}
