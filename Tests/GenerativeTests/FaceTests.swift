import Generative
import Numerics
import Testing

@Suite struct FaceTests {
  func ink(_ image: [Float], rows: Range<Int>, columns: Range<Int>) -> Float {
    var sum: Float = 0
    for row in rows { for column in columns { sum += image[row * 24 + column] } }
    return sum
  }

  @Test func greyLevelsAreInRange() {
    var generator = RandomGenerator(seed: 4)
    let (faces, images) = Face.sample(20, using: &generator)
    #expect(images.count == 20 * 576)
    #expect(images.allSatisfy { $0 >= 0 && $0 <= 1 })
    #expect(faces.allSatisfy { $0.factors.allSatisfy { $0 >= -1 && $0 <= 1 } })
  }

  @Test func anUprightFaceIsSymmetric() {
    let image = Face(smile: 0.4, eyes: -0.3, brows: 0.8, width: 0.2).drawn()
    for row in 0..<24 {
      for column in 0..<12 { #expect(abs(image[row * 24 + column] - image[row * 24 + 23 - column]) < 1e-5) }
    }
  }

  @Test func everyFactorShows() {
    let middle = Face().drawn()
    #expect(ink(Face(eyes: 1).drawn(), rows: 7..<13, columns: 5..<19) > ink(middle, rows: 7..<13, columns: 5..<19) + 2)
    for face in [Face(smile: 1), Face(tilt: 1), Face(brows: 1), Face(width: 1)] {
      let change = zip(face.drawn(), middle).reduce(0) { $0 + abs($1.0 - $1.1) }
      #expect(change > 4)
    }
    // The middle of the mouth sinks with a smile.
    let smiling = ink(Face(smile: 1).drawn(), rows: 18..<20, columns: 10..<14)
    #expect(smiling > ink(Face(smile: -1).drawn(), rows: 18..<20, columns: 10..<14) + 2)
  }

  @Test func mixesAreOnTheLine() {
    let (a, b) = (Face(smile: -1, tilt: 1), Face(smile: 1, width: 0.5))
    #expect(a.mixed(with: b, share: 0) == a)
    #expect(a.mixed(with: b, share: 1) == b)
    #expect(a.mixed(with: b, share: 0.5) == Face(smile: 0, tilt: 0.5, width: 0.25))
  }
}
