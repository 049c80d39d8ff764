import Course
import Foundation
import Markup
import Practice
import Progress

/// A front and a back in HTML, with formulas as MathJax reads them: what a card of the course, or an exercise, is in a
/// program that knows nothing but cards.
struct Flashcard {
  /// The id under which the course's log has the card's answers.
  var item: ItemID
  var front: String
  var back: String
}

extension Flashcard {
  /// The cards that an exercise makes: one for each item that is answered by itself. `nil` for what cannot be asked
  /// without running a cell.
  static func cards(of exercise: Exercise, _ html: CardHTML) -> [Flashcard]? {
    func one(_ front: String, _ back: String) -> [Flashcard] {
      [Flashcard(item: exercise.whole, front: html.question(exercise) + front, back: back)]
    }
    switch exercise.content {
    case .cards(let cards):
      return cards.map { card in
        Flashcard(
          item: ItemID(exercise: exercise.id, item: card.id), front: html.html(card.front), back: html.html(card.back))
      }
    case .sort(let buckets):
      let names = "<p>" + buckets.map { html.html($0.name) }.joined(separator: " · ") + "</p>\n"
      return buckets.flatMap { bucket in
        bucket.items.map { item in
          Flashcard(
            item: ItemID(exercise: exercise.id, item: item.id),
            front: "\(html.question(exercise))<p><strong>\(html.html(item.text))</strong></p>\n\(names)",
            back: "<p><strong>\(html.html(bucket.name))</strong></p>\n\(html.html(item.feedback))")
        }
      }
    case .choose(let options):
      let shown = html.shuffled(options, exercise)
      return one(
        html.list("ol type=\"A\"", shown.map { html.html($0.item.text) }),
        html.list(
          "ol type=\"A\"", shown.map { (html.html($0.item.text), html.html($0.item.feedback), $0.isRight) }))
    case .order(let items):
      return one(
        html.list("ul", html.shuffled(items, exercise).map { html.html($0.text) }),
        html.list("ol", items.map { (html.html($0.text), html.html($0.feedback), nil) }))
    case .number(let quantity):
      let answer = quantity.text().escapedForHTML
      return one("", "<p><strong>\(answer)</strong></p>\n\(html.html(quantity.feedback))")
    case .cloze(let cloze):
      return cloze.blanks.enumerated().map { place, blank in
        let text = { (mark: String) in html.html(cloze.text.showing(gap: place, as: mark)) }
        return Flashcard(
          item: ItemID(exercise: exercise.id, item: blank.id),
          front: "<p>\(html.html(exercise.title))</p>\n\(text("[…]"))",
          back: text(blank.answer) + html.html(blank.feedback))
      }
    case .parsons(let listing):
      let lines = html.shuffled(listing.offered.map { $0.text.trimmed }, exercise)
      return one(
        "<pre>" + lines.joined(separator: "\n").escapedForHTML + "</pre>\n",
        html.html([
          Block(
            .codeBlock(listing.code),
            range: SourceRange(start: listing.code.contentStart, end: listing.code.contentStart))
        ]))
    case .predict, .diagnose: return nil
    }
  }
}
