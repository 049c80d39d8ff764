/// The bytes of a file of a data set that the reader has added or fetched (`learn data list`); `nil` where it is not
/// there: a cell has something else to go on with.
///
/// - Parameters:
///   - name: the set, for instance "mnist".
///   - file: the file in it, for instance "t10k-images-idx3-ubyte".
public func data(_ name: String, _ file: String) -> [UInt8]? {
  // A name is one folder's entry: no cell reads elsewhere.
  for part in [name, file] {
    var bytes = part.utf8.makeIterator()
    guard let first = bytes.next(), first != 46 else { return nil }  // no point at the beginning
    for byte in part.utf8 where byte == 47 || byte == 0 { return nil }
  }
  return Host.data(name, file)
}
