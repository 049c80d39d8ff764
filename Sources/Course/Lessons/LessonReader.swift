import Foundation
import Markup
import Messages

/// A reader that turns the text of a lesson's file into a lesson, and collects what is wrong with it.
struct LessonReader {
  private let file: String
  /// Folders that may hold the `Sources` that the lesson shows lines of.
  private let sources: [CourseFiles]
  /// The source files that were read, by their paths.
  private var slicedSources: [String: SlicedSource] = [:]
  private var sliceBytes = 0
  private(set) var problems: [Problem] = []
  private var cells: [Cell] = []
  private var cellCount = 0
  /// Comments that close something and do not come any more in this section.
  private var missingClosings: Set<String> = []
  /// The place where the front matter names the id; `prerequisitesPosition` is that of the prerequisites. Only the
  /// whole course can check them.
  private(set) var idPosition: SourcePosition?
  private(set) var prerequisitesPosition: SourcePosition?

  init(file: String, sources: [CourseFiles]) {
    self.file = file
    self.sources = sources
  }

  /// The lesson gets its number from its place in the course.
  mutating func read(_ text: String) -> Lesson {
    var fields = Fields(yaml: "", file: file)
    var body = text[...]
    var firstLine = 1
    do {
      if let matter = try FrontMatter.split(text) {
        fields = Fields(yaml: matter.yaml, file: file, lineOffset: 1)
        body = matter.body
        firstLine = matter.bodyFirstLine
      } else {
        report(.noFrontMatter, SourcePosition(line: 1, column: 1))
      }
    } catch {
      report(.frontMatterNotClosed, SourcePosition(line: 1, column: 1))
    }
    let hasMatter = problems.isEmpty
    var lesson = Lesson(
      number: 0, id: fields.identifier("id"), title: fields.string("title"), summary: fields.string("summary"),
      prerequisites: fields.strings("prerequisites", isOptional: true), outcomes: fields.strings("outcomes"),
      readingMinutes: fields.count("reading"), practiceMinutes: fields.count("practice"),
      difficulty: fields.choice("difficulty", Lesson.Difficulty.self) ?? .core, file: file, sections: [],
      footnotes: [], cells: [], exercises: [])
    if hasMatter { problems += fields.finish() }
    idPosition = fields.position("id")
    prerequisitesPosition = fields.position("prerequisites")

    let document = Document.parse(body, firstLine: firstLine)
    problems += Problem.all(of: document, in: file)
    lesson.footnotes = document.footnotes
    lesson.sections = sections(document.blocks)
    lesson.cells = cells
    return lesson
  }

  private mutating func sections(_ blocks: [Block]) -> [Section] {
    var sections: [Section] = []
    var title: [Inline] = []
    var identifier = ""
    var waiting: [Block] = []
    for block in blocks {
      if case .heading(let heading) = block.kind, heading.level <= 2 {
        if !waiting.isEmpty || !title.isEmpty {
          sections.append(Section(title: title, identifier: identifier, parts: parts(waiting)))
        }
        waiting = []
        // The heading of level 1 repeats the title in the front matter, for readers on a code host.
        title = heading.level == 1 ? [] : heading.content
        identifier = heading.level == 1 ? "" : heading.identifier
        continue
      }
      waiting.append(block)
    }
    if !waiting.isEmpty || !title.isEmpty {
      sections.append(Section(title: title, identifier: identifier, parts: parts(waiting)))
    }
    return sections
  }

  private mutating func parts(_ blocks: [Block]) -> [Section.Part] {
    var parts: [Section.Part] = []
    var rest = blocks[...]
    missingClosings = []
    while let block = rest.popFirst() {
      switch block.kind {
      case .htmlBlock:
        parts += directive(block, &rest)
      case .codeBlock(let code):
        if let cell = cell(code, block) {
          cells.append(cell)
          parts.append(.cell(cell))
        } else {
          parts.append(.block(block))
        }
      case .blockQuote(let content):
        if let note = note(content, block) { parts.append(.note(note)) } else { parts.append(.block(block)) }
      default:
        parts.append(.block(block))
      }
    }
    return parts
  }

  private mutating func cell(_ code: CodeBlock, _ block: Block) -> Cell? {
    guard CellReader.isCell(code), hasRoomForCell(at: block.range.start) else { return nil }
    var reader = CellReader(file: file)
    let cell = reader.read(code, number: cells.count + 1, earlier: cells)
    problems += reader.problems
    if let cell, let twin = cells.first(where: { $0.id.lowercased() == cell.id.lowercased() }) {
      report(.duplicateCell(id: cell.id, line: twin.firstLine), block.range.start)
      return nil
    }
    return cell
  }

  /// Each cell is compared with those before it.
  private mutating func hasRoomForCell(at position: SourcePosition) -> Bool {
    cellCount += 1
    if cellCount == CourseLimits.cells + 1 { report(.tooMany("cells", limit: CourseLimits.cells), position) }
    return cellCount <= CourseLimits.cells
  }

  /// Returns what a comment on a line of its own asks for. Any other raw HTML stays a block, and is shown as text.
  private mutating func directive(_ block: Block, _ rest: inout ArraySlice<Block>) -> [Section.Part] {
    guard let word = block.comment else { return [.block(block)] }
    switch word {
    case "tabs": return [.tabs(tabs(block, &rest))]
    case "timeline":
      let content = take(until: "/timeline", &rest)
      guard let content, content.count == 1, case .list(let list) = content[0].kind else {
        report(.timelineIsNoList, block.range.start)
        return []
      }
      return [.timeline(list)]
    case _ where word.hasPrefix(Self.sliceWord): return slice(word, block).map { [.block($0)] } ?? []
    default:
      let known = ["tabs", "/tabs", "timeline", "/timeline", "source: …"]
      report(.unknownComment(word, suggestion: problems.suggestion(for: word, in: known)), block.range.start)
      return []
    }
  }

  private static let sliceWord = "source:"

  /// Returns the source of a slice. Many slices may be of one file.
  private mutating func source(of slice: CodeSlice) throws(CodeSlice.Fault) -> SlicedSource {
    if let source = slicedSources[slice.path] { return source }
    let source = try slice.source(in: sources)
    slicedSources[slice.path] = source
    return source
  }

  /// The lines of the library that the comment names, as a piece of code.
  private mutating func slice(_ word: String, _ block: Block) -> Block? {
    let reference = word.dropFirst(Self.sliceWord.count).drop(while: \.isWhitespace)
    guard let slice = CodeSlice(reference) else {
      report(.faultySlice(String(reference)), block.range.start)
      return nil
    }
    do throws(CodeSlice.Fault) {
      let text = try source(of: slice).text(of: slice.name)
      sliceBytes += text.utf8.count
      guard sliceBytes <= CourseLimits.slices else {
        report(.tooLarge(slice.path, limit: CourseLimits.slices), block.range.start)
        return nil
      }
      let code = CodeBlock(info: "swift", literal: text, isFenced: true, contentStart: block.range.start)
      return Block(.codeBlock(code), range: block.range)
    } catch {
      switch error {
      case .noFile: report(.noSliceFile(slice.path), block.range.start)
      case .noSlice(let known):
        let suggestion = problems.suggestion(for: slice.name, in: known)
        report(.noSlice(slice.name, file: slice.path, suggestion: suggestion), block.range.start)
      case .notClosed: report(.sliceNotClosed(slice.name, file: slice.path), block.range.start)
      case .refused(let refusal): report(Problem.Kind(refusal, slice.path), block.range.start)
      }
      return nil
    }
  }

  private mutating func tabs(_ opening: Block, _ rest: inout ArraySlice<Block>) -> [Section.Tab] {
    guard let content = take(until: "/tabs", &rest) else {
      report(.tabsNotClosed, opening.range.start)
      return []
    }
    var tabs: [Section.Tab] = []
    for block in content {
      if case .heading(let heading) = block.kind, heading.level == 3 {
        tabs.append(Section.Tab(title: heading.content, identifier: heading.identifier, blocks: []))
      } else if tabs.isEmpty {
        report(.textBeforeFirstTab, block.range.start)
      } else if let word = block.comment, word.hasPrefix(Self.sliceWord) {
        if let slice = slice(word, block) { tabs[tabs.count - 1].blocks.append(slice) }
      } else {
        tabs[tabs.count - 1].blocks.append(block)
      }
    }
    return tabs
  }

  /// The blocks up to a closing comment, which is taken too; `nil` where there is none.
  private mutating func take(until closing: String, _ rest: inout ArraySlice<Block>) -> [Block]? {
    guard !missingClosings.contains(closing) else { return nil }
    guard let end = rest.firstIndex(where: { $0.comment == closing }) else {
      missingClosings.insert(closing)
      return nil
    }
    let content = Array(rest[rest.startIndex..<end])
    rest = rest[(end + 1)...]
    return content
  }

  /// A quote that begins with `[!KIND]` on a line of its own.
  private mutating func note(_ content: [Block], _ block: Block) -> Section.Note? {
    guard let first = content.first, case .paragraph(var inlines) = first.kind,
      let start = inlines.first, case .text(let text) = start.kind, text.hasPrefix("[!")
    else { return nil }
    // cmark may cut the text at the brackets: join what stands before the line ends.
    var word = ""
    while let inline = inlines.first, case .text(let literal) = inline.kind {
      word += literal
      inlines.removeFirst()
    }
    guard word.hasSuffix("]") else { return nil }
    if case .softBreak? = inlines.first?.kind { inlines.removeFirst() }
    let name = String(word.dropFirst(2).dropLast())
    guard let kind = Section.Note.Kind(rawValue: name) else {
      report(.unknownNote(name, known: Section.Note.Kind.allCases.map { $0.rawValue }), block.range.start)
      return nil
    }
    var blocks = Array(content.dropFirst())
    if !inlines.isEmpty { blocks.insert(Block(.paragraph(inlines), range: first.range), at: 0) }
    return Section.Note(kind: kind, blocks: blocks)
  }

  private mutating func report(_ kind: Problem.Kind, _ position: SourcePosition) {
    problems.append(Problem(kind, file: file, at: position))
  }
}
