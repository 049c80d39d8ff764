/// The reason why a file was not fetched.
package enum FetchError: Error, Equatable, Sendable {
  /// There is no `curl` on the search path.
  case noCurl
  case badAddress(String)
  /// The server answered with an error.
  case refused(address: String, status: Int)
  /// No answer at all; the detail is curl's.
  case unreachable(address: String, detail: String)
  /// The fetch stopped in the middle; what has come is kept.
  case brokenOff(address: String, received: Int, expected: Int)
  /// A file that came with more than it can have; what had come is removed.
  case tooLarge(address: String, limit: Int)
  /// The server had no error to tell, and no file.
  case empty(address: String)
  /// Another fetch is running.
  case alreadyFetching
  /// There is no known set of this name.
  case unknownSet(String, known: [String])
}
