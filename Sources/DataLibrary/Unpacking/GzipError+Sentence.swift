import Messages

extension GzipError {
  /// The sentence that says what is wrong with the data, after the name of their file.
  var sentence: String {
    switch self {
    case .damaged(let byte, let reason): "the gzipped data are damaged, noticed at byte \(byte): \(reason)"
    case .cutShort(let byte): "the gzipped data end at byte \(byte), in the middle: the file was cut short"
    case .trailingBytes(let byte): "the gzipped data end at byte \(byte), but the file goes on"
    case .tooLarge(let limit, let byte):
      "inflates to more than \(ByteCount.text(limit)) (at byte \(byte) of the compressed file): it was not taken"
    case .outOfMemory: "there is not enough memory to inflate it"
    }
  }
}
