/// Rows as text, with commas between the fields and quotes where a field needs them (RFC 4180).
package enum CSVText {
  package static func lines(_ rows: [[String]], end: String = "\n") -> String {
    rows.map { line($0, end: end) }.joined()
  }

  package static func line(_ row: [String], end: String = "\n") -> String {
    row.map(field).joined(separator: ",") + end
  }

  private static func field(_ value: String) -> String {
    let text = isFormula(value) ? "'" + value : value
    let needsQuotes = text.unicodeScalars.contains { ["\"", ",", "\n", "\r"].contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  /// Whether a spreadsheet would reckon with it instead of showing it. An apostrophe in front makes it words; those
  /// that are there already count, so that whoever takes one away has what was there.
  private static func isFormula(_ value: String) -> Bool {
    guard let first = value.unicodeScalars.first(where: { $0 != "'" }) else { return false }
    // Some spreadsheets take the wide forms for the narrow ones.
    let beginnings: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
    return beginnings.contains(first) && !isNumber(value)
  }

  private static func isNumber(_ value: String) -> Bool {
    if value == "-inf" || value == "+inf" { return true }
    return value.utf8.allSatisfy { (48...57).contains($0) || [43, 45, 46, 69, 101].contains($0) }
      && Double(value) != nil
  }
}
