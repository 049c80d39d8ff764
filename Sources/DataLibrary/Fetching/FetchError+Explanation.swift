import Messages

extension FetchError: Explained {
  package var explanation: Explanation {
    switch self {
    case .noCurl:
      Explanation(
        "there is no `curl` on the search path, which fetches the files",
        help: "install curl, or download the files yourself and use `learn data add`", status: .unavailable)
    case .badAddress(let address):
      Explanation(
        "“\(shown(address))” is no address to fetch from",
        help: "give the folder where the files are, for example `--from https://example.org/mnist/`", status: .usage)
    case .refused(let address, let status):
      Explanation(
        "the server refused \(address): status \(status)", help: "try another address with `--from`",
        status: .unavailable)
    case .unreachable(let address, let detail):
      Explanation(
        "\(address) does not answer: \(detail)", help: "check your connection, or try another address with `--from`",
        status: .unavailable)
    case .brokenOff(let address, let received, let expected):
      Explanation(
        "\(address) broke off after \(ByteCount.text(received)) of \(ByteCount.text(expected))",
        help: "what has come is kept: the same command goes on there", status: .unavailable)
    case .tooLarge(let address, let limit):
      Explanation(
        "\(address) is larger than \(ByteCount.text(limit)), and no file of the set is: it was not fetched, and what had "
          + "come of it is removed", help: "try another address with `--from`", status: .data)
    case .empty(let address):
      Explanation(
        "\(address) is empty: it was not fetched", help: "try another address with `--from`", status: .unavailable)
    case .alreadyFetching:
      Explanation(
        "another `learn data fetch` is running", help: "wait for it to end, then try again", status: .unavailable)
    case .unknownSet(let name, let known): .unknownDataSet(name, known: known)
    }
  }
}

/// A file that was fetched and is not the one that was asked for.
package struct FetchedFileError: Explained {
  package let cause: DataStoreError

  package init(_ cause: DataStoreError) { self.cause = cause }

  package var explanation: Explanation {
    Explanation(
      cause.message, help: "what had come is removed: fetch it again, or from another address with `--from`",
      status: cause.exitStatus)
  }
}
