import Markup

extension [Block] {
  /// A text with gaps, which are its bold words, as it is asked for one of them: that one as the mark, in bold, the
  /// others filled.
  func showing(gap: Int, as mark: String) -> [Block] {
    var place = 0
    func shown(_ inlines: [Inline]) -> [Inline] {
      inlines.flatMap { inline -> [Inline] in
        switch inline.kind {
        case .strong(let content):
          defer { place += 1 }
          return place == gap ? [Inline(.strong([Inline(.text(mark), range: nil)]), range: nil)] : content
        case .emphasis(let content): return [Inline(.emphasis(shown(content)), range: nil)]
        default: return [inline]
        }
      }
    }
    return map { block in
      guard case .paragraph(let inlines) = block.kind else { return block }
      return Block(.paragraph(shown(inlines)), range: block.range)
    }
  }
}
