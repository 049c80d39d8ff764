/// The reason why a checkpoint is refused; bytes count from 0.
public enum CheckpointError: Error, Equatable, Sendable {
  /// The first bytes are not those of a checkpoint.
  case notACheckpoint
  /// A format that this version does not know.
  case version(UInt32)
  /// The file ends here, inside of something.
  case cutShort(byte: Int)
  /// The digest at the end is not that of the bytes before it.
  case damaged
  /// A count or a name at this byte that no checkpoint has.
  case malformed(byte: Int)
  /// A model with another number of parameters.
  case parameterCount(found: Int, expected: Int)
  /// Another model: parameter `index` has another name.
  case name(index: Int, found: String, expected: String)
  /// A model of another size.
  case shape(name: String, found: [Int], expected: [Int])

  /// The system's reason why the file cannot be read.
  case cannotRead(path: String, reason: String)
  /// The system's reason why the file cannot be written.
  case cannotWrite(path: String, reason: String)

  public static func == (a: CheckpointError, b: CheckpointError) -> Bool { isEqual(a.message, b.message) }

  /// A sentence for a reader.
  public var message: String {
    switch self {
    case .notACheckpoint: "This is no checkpoint: it does not begin as one does."
    case .version(let version): "The checkpoint has format \(version); this library reads format \(Checkpoint.version)."
    case .cutShort(let byte): "The checkpoint ends at byte \(byte), before its end: it was cut short."
    case .damaged: "The checkpoint is damaged: its digest is not that of its contents."
    case .malformed(let byte): "Byte \(byte): a number or a name that no checkpoint has."
    case .parameterCount(let found, let expected):
      "The checkpoint has \(found) parameters, the model \(expected): it is of another model."
    case .name(let index, let found, let expected):
      "Parameter \(index) is \(found) in the checkpoint, \(expected) in the model: it is of another model."
    case .cannotRead(let path, let reason): "The checkpoint \(path) cannot be read: \(reason)."
    case .cannotWrite(let path, let reason): "The checkpoint \(path) cannot be written: \(reason)."
    case .shape(let name, let found, let expected):
      "\(name) has shape \(list(found)) in the checkpoint, \(list(expected)) in the model."
    }
  }

  private func list(_ axes: [Int]) -> String {
    var text = ""
    for axis in axes { text += text.isEmpty ? "\(axis)" : ", \(axis)" }
    return "[\(text)]"
  }
}
