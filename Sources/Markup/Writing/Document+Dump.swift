extension Document {
  /// The tree as indented text, a node a line, with ranges: what the tests compare.
  package func dump() -> String {
    var dump = TreeDump()
    dump.add("document")
    dump.indented { dump in
      dump.add(blocks)
      for (index, footnote) in footnotes.enumerated() {
        dump.add("footnote \(index + 1) references: \(footnote.references)", footnote.range)
        dump.indented { $0.add(footnote.blocks) }
      }
      if let place = nestedTooDeeply { dump.add("nested too deeply", place) }
    }
    return dump.text
  }
}
