import Numerics

/// A small drawn face whose factors are known: to see what a code has found, and what a morph should look like.
///
/// Every factor runs from −1 to 1; 0 is the middle.
public struct Face: Equatable, Sendable {
  /// −1 a frown, 1 a smile.
  public var smile: Float
  /// −1 closed eyes, 1 wide open ones.
  public var eyes: Float
  /// −1 leaning left by 25 degrees, 1 right.
  public var tilt: Float
  /// −1 brows low and angry, 1 raised.
  public var brows: Float
  /// −1 a narrow head, 1 a wide one.
  public var width: Float

  public init(smile: Float = 0, eyes: Float = 0, tilt: Float = 0, brows: Float = 0, width: Float = 0) {
    self.smile = smile
    self.eyes = eyes
    self.tilt = tilt
    self.brows = brows
    self.width = width
  }

  /// A face with every factor drawn uniformly.
  public init(using generator: inout RandomGenerator) {
    smile = generator.uniform(in: -1...1)
    eyes = generator.uniform(in: -1...1)
    tilt = generator.uniform(in: -1...1)
    brows = generator.uniform(in: -1...1)
    width = generator.uniform(in: -1...1)
  }

  /// smile, eyes, tilt, brows, width.
  public var factors: [Float] { [smile, eyes, tilt, brows, width] }

  /// The face on the straight line of factors from this one (0) to `other` (1).
  public func mixed(with other: Face, share: Float) -> Face {
    func between(_ a: Float, _ b: Float) -> Float { a + share * (b - a) }
    return Face(
      smile: between(smile, other.smile), eyes: between(eyes, other.eyes), tilt: between(tilt, other.tilt),
      brows: between(brows, other.brows), width: between(width, other.width))
  }

  /// `count` faces, drawn: `images [count, side · side]`.
  public static func sample(
    _ count: Int, side: Int = 24, using generator: inout RandomGenerator
  ) -> (faces: [Face], images: [Float]) {
    let faces = (0..<count).map { _ in Face(using: &generator) }
    var images: [Float] = []
    for face in faces { images.append(contentsOf: face.drawn(side: side)) }
    return (faces, images)
  }
}
