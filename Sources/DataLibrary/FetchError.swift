/// Why a file was not fetched.
package enum FetchError: Error, Equatable, Sendable {
  /// There is no `curl` on the search path.
  case noCurl
  case badAddress(String)
  /// The server answered with an error.
  case refused(address: String, status: Int)
  /// No answer at all; the detail is curl's.
  case unreachable(address: String, detail: String)
  /// It stopped in the middle; what has come is kept.
  case brokenOff(address: String, received: Int, expected: Int)
  case tooLarge(address: String, limit: Int)
  /// Another fetch is running.
  case alreadyFetching
  /// There is no known set of this name.
  case unknownSet(String, known: [String])
}
