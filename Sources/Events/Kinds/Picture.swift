/// Pixels, row by row from the top left, one byte a channel.
public struct Picture: Equatable, Sendable {
  public enum Channels: Int, Sendable {
    case grey = 1
    case rgb = 3
  }

  public var width: Int
  public var height: Int
  public var channels: Channels
  /// `width × height × channels` bytes.
  public var bytes: [UInt8]
  /// The text that a reader sees under the picture.
  public var caption: String
  /// A sentence that says what the picture shows, for those who do not see it.
  public var alternative: String

  public init(
    width: Int, height: Int, channels: Channels, bytes: [UInt8], caption: String, alternative: String
  ) {
    self.width = width
    self.height = height
    self.channels = channels
    self.bytes = bytes
    self.caption = caption
    self.alternative = alternative
  }
}
