import Autodiff
import Learning
import Numerics
import Testing

@Suite struct ConvolutionTests {
  /// Against the definition, in Double.
  @Test(arguments: [(side: 3, stride: 1, padding: 1), (3, 2, 1), (2, 1, 0), (1, 1, 0)])
  func isTheSumOverAWindow(side: Int, stride: Int, padding: Int) {
    let (n, h, w, inputs, outputs) = (2, 6, 5, 3, 4)
    let θ = Parameters(seed: 1)
    let layer = Convolution(inputs, outputs, side: side, stride: stride, padding: padding, in: θ)
    θ.values = RandomGenerator(seed: 2).drawn(θ.count)
    let tape = Tape(seed: 3)
    let x = tape.normal([n, h, w, inputs])
    let y = layer(x)
    let (rows, columns) = (y.shape[1], y.shape[2])
    #expect(rows == (h + 2 * padding - side) / stride + 1 && columns == (w + 2 * padding - side) / stride + 1)
    let (pixels, weights, result) = (x.array, θ.values, y.array)
    for picture in 0..<n {
      for row in 0..<rows {
        for column in 0..<columns {
          for output in 0..<outputs {
            var sum = Double(weights[side * side * inputs * outputs + output])
            for a in 0..<side {
              for b in 0..<side {
                let (i, j) = (row * stride - padding + a, column * stride - padding + b)
                if i < 0 || j < 0 || i >= h || j >= w { continue }
                for input in 0..<inputs {
                  sum +=
                    Double(pixels[((picture * h + i) * w + j) * inputs + input])
                    * Double(weights[((a * side + b) * inputs + input) * outputs + output])
                }
              }
            }
            #expect(abs(Double(result[((picture * rows + row) * columns + column) * outputs + output]) - sum) < 1e-4)
          }
        }
      }
    }
  }

  /// ⟨A x, y⟩ = ⟨x, Aᵀ y⟩: folding is the transpose of unfolding.
  @Test func foldingIsTheTranspose() {
    let tape = Tape(seed: 4)
    let window = Window(side: 3, stride: 2, padding: 1)
    let x = tape.normal([2, 7, 5, 3])
    let patches = unfold(x, window)
    let y = tape.normal(patches.shape)
    #expect(abs(sum(patches * y).scalar - sum(x * fold(y, window)).scalar) < 1e-3)
  }

  @Test func transposedConvolutionDoublesAPicture() {
    let θ = Parameters(seed: 1)
    let layer = TransposedConvolution(3, 2, in: θ)
    let tape = Tape(seed: 1)
    #expect(layer(tape.normal([4, 5, 6, 3])).shape == [4, 10, 12, 2])
    #expect(θ.names == ["transposed convolution weight", "transposed convolution bias"])
  }

  @Test func pooling() {
    let tape = Tape(seed: 1)
    let x = tape.constant([1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 4, 1])
    #expect(maximumPool(x, Window(side: 2, stride: 2)).array == [6, 8])
    #expect(meanPool(x, Window(side: 2, stride: 2)).array == [3.5, 5.5])
    #expect(maximumPool(x, Window(side: 2, stride: 2)).shape == [1, 1, 2, 1])
  }

  @Test func normalizationLeavesMeanZeroAndVarianceOne() {
    let θ = Parameters(seed: 1)
    let layer = LayerNormalization(8, in: θ)
    let tape = Tape(seed: 1)
    let y = layer(5 + 3 * tape.normal([2, 3, 1, 8]))
    #expect(y.shape == [2, 3, 1, 8])
    let values = y.array
    for row in 0..<6 {
      let numbers = values[row * 8..<row * 8 + 8]
      #expect(abs(numbers.reduce(0, +)) < 1e-4)
      #expect(abs(numbers.reduce(0) { $0 + $1 * $1 } / 8 - 1) < 1e-3)
    }
  }

  @Test func aSmallNetworkLearnsToBlur() {
    let θ = Parameters(seed: 1)
    let layer = Convolution(1, 1, in: θ)
    let trainer = Trainer(θ, Adam(learningRate: .linear(from: 0.05, steps: 300)), tape: Tape(seed: 1))
    let loss = trainer.minimize(steps: 300) { tape in
      let x = tape.normal([8, 6, 6, 1])
      return mean(square(layer(x) - meanPool(x, Window(side: 3, padding: 1))))
    }
    #expect(loss < 1e-4)
    #expect(θ.values.dropLast().allSatisfy { abs($0 - 1 / 9) < 0.01 })
  }

  @Test func wrongPicturesStopWithASentence() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let layer = Convolution(1, 1, in: Parameters(seed: 1))
      print(layer(Tape(seed: 0).normal([2, 64])).array)
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(text.contains("unfold: pictures of shape [2, 64], a window of 3 × 3"))
  }
}

extension RandomGenerator {
  fileprivate func drawn(_ count: Int) -> [Float] {
    var copy = self
    return copy.normals(count)
  }
}
