import Progress

/// Does something with a file that the learner has named; what is wrong with that file is not called their progress.
func naming<Result>(_ file: String, _ body: () throws(ProgressError) -> Result) throws -> Result {
  do throws(ProgressError) { return try body() } catch { throw NamedFileError(error, file: file) }
}
