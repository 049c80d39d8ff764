/// The modules that are compiled as Embedded Swift, too, as `EmbeddedModules.txt` lists them.
package enum EmbeddedModules {
  /// The modules that a cell is compiled against, in an order in which they can be compiled.
  package static let ofCells = names { $0 == "cell" }
  /// The modules that a cell in a page is compiled against, in the same order.
  package static let ofBrowserCells = names { $0 == "cell" || $0 == "browser" }
  /// All modules of the list.
  package static let all = names { _ in true }

  private static func names(where isMeant: (Substring) -> Bool) -> [String] {
    String(decoding: PackageResources.EmbeddedModules_txt, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { $0.split(separator: " ") }.filter { isMeant($0.dropFirst().first ?? "") }
      .map { String($0[0]) }
  }
}
