/// The limits of what a cell may take of the machine, and of what is read of its output.
package enum Limits {
  /// The memory, in bytes, that all processes of a cell may hold together.
  package static let memory = 2 << 30
  /// The memory, in bytes, that the kernel allows a cell's control group: more than `memory`, so that a single process
  /// that asks for too much is refused first, and there is room for what tells of it.
  static let groupMemory = memory + (256 << 20)
  /// The address space, in bytes, that a single process may map: its memory, and what its threads reserve.
  static let addresses = 3 << 30
  /// The number of bytes that a cell may write: events, its standard output and its standard error together.
  package static let output = 64 << 20
  /// The number of bytes that a cell may keep in its scratch folder.
  package static let scratch = 64 << 20
  /// The number of bytes that a cell may keep of what it learns: the file, and the one that is to take its place.
  package static let kept = 128 << 20
  /// The number of files that may lie in a folder that the system limits by bytes alone.
  package static let files = 10_000
  /// The number of processes that a cell may have at once.
  package static let processes = 64
  static let openFiles = 256
  /// The number of processes and threads that the system allows. It counts threads as processes: `ProcessTreeMonitor`
  /// tells of too many before the system refuses.
  static let tasks = 320

  /// The processor time, in seconds, that the compiler may take for a cell. A large cell takes two.
  package static let compilerSeconds = 60
  /// The processor time, in seconds, that the compiler may take for the model library, which is no stranger's.
  static let libraryCompilerSeconds = 900
  /// The number of bytes that a compiler may write to files.
  package static let compilerOutput = 512 << 20
  /// The number of bytes that are read of a compiler's messages.
  static let compilerMessages = 4 << 20
  /// The number of a compiler's messages that are looked at.
  static let messages = 1_000
  /// A module for browsers as it is linked, in bytes: some hundred times what is published.
  static let module = 32 << 20

  // What `learn` takes of what a cell says: at least ten times what any cell of the bundled course says, and so little that
  // the command stays below 256 MiB and has all of it shown within a second of the cell's end. All but the first three
  // begin anew with each point of `learn explore`.

  /// Bytes of a line: an event, or what is printed up to the next line feed.
  static let line = 8 << 20
  /// Numbers in one event, without those of a picture.
  static let numbersOfEvent = 250_000
  /// Cells of one table and its rows, or labels of bars.
  static let labelsOfEvent = 10_000
  /// Events, and what is printed beside them.
  static let events = 500_000
  /// Lines of text.
  static let lines = 100_000
  /// Bytes of one text, name or label.
  static let text = 256 << 10
  /// Bytes of all texts, names and labels together.
  static let texts = 4 << 20
  static let numbers = 4_000_000
  static let labels = 100_000
  /// Bytes of all pictures together.
  static let pixels = 32 << 20
  /// Figures: metrics, settings, curves, pictures, planes, tables and bars, each name once.
  static let figures = 1_000
}
