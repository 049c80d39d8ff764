/// What the test runs as a process.
@main struct Main {
  static func main() { print(Transcript().text, terminator: "") }
}
