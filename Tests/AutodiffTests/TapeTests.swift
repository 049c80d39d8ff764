import Autodiff
import Numerics
import Testing

@Suite struct TapeTests {
  @Test func aStepAllocatesNothingAfterTheFirst() {
    let tape = Tape(seed: 1)
    let leaves = Leaves([[17, 33], [1, 33]], in: -1...1)
    func step() {
      tape.rewind()
      let θ = leaves.tensors(on: tape)
      let y = dense(tape.normal([64, 17]), weight: θ[0], bias: θ[1], .silu)
      let loss = mean(square(y)) + mean(tape.evaluate { tape in exp(tape.uniform([8, 8])).array[0] } * y)
      tape.differentiate(loss, .parameters(ObjectIdentifier(leaves)))
    }
    step()
    let first = tape.allocations
    for _ in 0..<100 { step() }
    #expect(tape.allocations == first)
  }

  @Test func equalSeedsGiveEqualNoise() {
    let a = Tape(seed: 3)
    let b = Tape(seed: 3)
    #expect(a.normal([5, 7]).array == b.normal([5, 7]).array)
    #expect(a.integers(below: 10, count: 20) == b.integers(below: 10, count: 20))
  }

  @Test func evaluateLeavesTheTapeAsItWas() {
    let tape = Tape(seed: 3)
    let x = tape.constant([1, 2, 3], [1, 3])
    let total = tape.evaluate { _ in sum(x).scalar }
    #expect(total == 6)
    #expect(tape.kinds == [.constant])
    #expect(tape.gradient(of: sum(square(x)), withRespectTo: x) == [2, 4, 6])
  }

  @Test func aParameterUsedTwiceStandsOnTheTapeOnce() {
    let tape = Tape(seed: 0)
    let leaves = Leaves([[1, 3]], in: 0.5...1)
    let first = tape.parameter(leaves.values[0], gradient: leaves.values[0], [1, 3], owner: ObjectIdentifier(leaves))
    let again = tape.parameter(
      leaves.values[0], gradient: leaves.values[0], [1, 3], owner: ObjectIdentifier(leaves), hint: first.index)
    #expect(again.index == first.index)
  }

  /// Against sums in Double, at sizes around those of the kernel's tile.
  @Test(arguments: [1, 7, 8, 9, 33], [1, 2, 31, 32, 33, 65])
  func productIsRight(m: Int, n: Int) {
    let tape = Tape(seed: 4)
    let k = 29
    let a = tape.normal([m, k])
    let b = tape.normal([k, n])
    let y = (a • b).array
    let left = a.array
    let right = b.array
    for i in 0..<m {
      for j in 0..<n {
        let exact = (0..<k).reduce(0.0) { $0 + Double(left[i * k + $1]) * Double(right[$1 * n + j]) }
        #expect(abs(Double(y[i * n + j]) - exact) < 2e-5)
      }
    }
  }

  /// Pixels of 7 have no Bernoulli likelihood: a number of nats would mean nothing.
  @Test func whatALikelihoodIsNotOfIsTold() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape(seed: 0)
      let x = tape.constant([Float](repeating: 0.5, count: 18) + [7, -2], [1, 20])
      print(bernoulliNLL(x, logits: tape.normal([1, 20])).array)
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(text.contains("lies from 0 to 1, and this goes from -2.0 to 7.0"), "\(text)")
  }

  @Test func wrongShapesStopWithASentenceThatNamesBoth() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape(seed: 0)
      let y = tape.constant([Float](repeating: 0, count: 6), [2, 3]) • tape.constant([1, 2], [2, 1])
      print(y.array)
    }
    let standardError = try #require(result).standardErrorContent
    let text = String(decoding: standardError, as: UTF8.self)
    #expect(text.contains("•: [2, 3] with [2, 1]: left columns 3 ≠ right rows 2"))
  }

  @Test func aTensorOfAnEarlierStepIsRefused() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape(seed: 0)
      let x = tape.normal([2, 2])
      tape.rewind()
      print(x.array)
    }
    let standardError = try #require(result).standardErrorContent
    let text = String(decoding: standardError, as: UTF8.self)
    #expect(text.contains("this tensor belongs to a step that is over"))
  }

  /// Its slot is another node's as soon as something else is recorded; its numbers must not be taken for it.
  @Test func aTensorThatEscapesAnEvaluationIsRefused() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape(seed: 0)
      let y = tape.evaluate { $0.constant([1], [1, 1]) }
      _ = tape.constant([5], [1, 1])
      print(y.scalar)
    }
    let standardError = try #require(result).standardErrorContent
    let text = String(decoding: standardError, as: UTF8.self)
    #expect(text.contains("or to an `evaluate` that has ended"))
  }

  @Test func anEvaluationLeavesTheStepAroundItAsItWas() {
    let tape = Tape(seed: 0)
    let x = tape.constant([3], [1, 1])
    let inside = tape.evaluate { tape in
      tape.evaluate { (square(x) + $0.constant([1], [1, 1])).scalar } + (x + x).scalar
    }
    #expect(inside == 16)
    #expect(tape.gradient(of: square(x), withRespectTo: x) == [6])
  }
}
