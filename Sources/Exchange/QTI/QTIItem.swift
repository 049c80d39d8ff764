import Course
import Foundation
import Markup
import Practice

/// An exercise as a QTI item.
struct QTIItem {
  static let namespace = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"

  let identifier: String
  let xml: String
  /// The names of those that it shows.
  var pictures: [String] = []

  var path: String { "items/\(identifier).xml" }

  /// `nil` for a kind that has no form here.
  init?(_ exercise: Exercise, _ html: CardHTML, _ language: String) {
    guard let parts = Self.parts(exercise, html) else { return nil }
    identifier = exercise.id
    xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <qti-assessment-item xmlns="\(Self.namespace)" identifier="\(exercise.id)" \
      title="\(exercise.title.plainText.escapedForHTML)" adaptive="false" time-dependent="false" \
      xml:lang="\(language.escapedForHTML)">
        \(parts.declaration)
        <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float">
          <qti-default-value><qti-value>0</qti-value></qti-default-value>
        </qti-outcome-declaration>
        <qti-item-body>
      \(html.html(exercise.prompt))\(parts.interaction)
        </qti-item-body>
        \(parts.processing)
      </qti-assessment-item>

      """
  }

  private struct Parts {
    var declaration: String
    var interaction: String
    var processing: String
  }

  private static func parts(_ exercise: Exercise, _ html: CardHTML) -> Parts? {
    let question = "<qti-prompt>\(html.html(exercise.title))</qti-prompt>"
    switch exercise.content {
    case .choose(let options): return choice(options, question, html)
    case .order(let items): return order(html.shuffled(Array(items.enumerated()), exercise), question, html)
    case .sort(let buckets): return match(buckets, exercise, question, html)
    case .number(let quantity): return number(quantity, html.html(exercise.title))
    case .cloze, .predict, .parsons, .diagnose, .cards: return nil
    }
  }

  /// Returns the parts of a choice: what is right adds to the score, what is wrong takes away, max(0, right/R −
  /// wrong/W), as the course counts.
  private static func choice(_ options: [Exercise.Option], _ question: String, _ html: CardHTML) -> Parts {
    let right = options.indices.filter { options[$0].isRight }
    let wrong = options.count - right.count
    let isSingle = right.count == 1
    let entries = options.indices.map { index in
      let share = options[index].isRight ? 1 / Double(right.count) : -1 / Double(wrong)
      return "<qti-map-entry map-key=\"choice-\(index + 1)\" mapped-value=\"\(share)\"/>"
    }
    return Parts(
      declaration: declaration(
        isSingle ? "single" : "multiple", "identifier", correct: right.map { "choice-\($0 + 1)" },
        mapping: isSingle ? [] : entries),
      interaction: """
            <qti-choice-interaction response-identifier="RESPONSE" shuffle="true" max-choices="\(isSingle ? 1 : 0)">
              \(question)
        \(options.enumerated().map { index, option in
          "      <qti-simple-choice identifier=\"choice-\(index + 1)\">\(html.html(option.item.text))</qti-simple-choice>\n"
        }.joined())    </qti-choice-interaction>
        """, processing: processing(isSingle ? "match_correct" : "map_response"))
  }

  private static func order(
    _ shown: [(offset: Int, element: Exercise.Item)], _ question: String, _ html: CardHTML
  ) -> Parts {
    Parts(
      declaration: declaration("ordered", "identifier", correct: (1...shown.count).map { "step-\($0)" }),
      interaction: """
            <qti-order-interaction response-identifier="RESPONSE" shuffle="true">
              \(question)
        \(shown.map { place, item in
          "      <qti-simple-choice identifier=\"step-\(place + 1)\">\(html.html(item.text))</qti-simple-choice>\n"
        }.joined())    </qti-order-interaction>
        """, processing: processing("match_correct"))
  }

  /// Returns the parts of a sorting, which counts as the course does: what is right less what guessing would give,
  /// max(0, c − w/(B − 1))/n.
  private static func match(
    _ buckets: [Exercise.Bucket], _ exercise: Exercise, _ question: String, _ html: CardHTML
  ) -> Parts {
    let items = html.shuffled(
      buckets.enumerated().flatMap { place, bucket in bucket.items.map { (item: $0, place: place) } }, exercise)
    func choices(_ texts: [String], _ name: String, maximum: Int) -> String {
      texts.enumerated().map { index, text in
        """
                <qti-simple-associable-choice identifier="\(name)-\(index + 1)" match-max="\(maximum)">\(text)\
        </qti-simple-associable-choice>

        """
      }.joined()
    }
    let pairs = items.indices.map { "item-\($0 + 1) place-\(items[$0].place + 1)" }
    let entries = items.indices.flatMap { index in
      buckets.indices.map { place in
        let isRight = items[index].place == place
        let share = (isRight ? 1 : -1 / Double(buckets.count - 1)) / Double(items.count)
        return "<qti-map-entry map-key=\"item-\(index + 1) place-\(place + 1)\" mapped-value=\"\(share)\"/>"
      }
    }
    return Parts(
      declaration: declaration("multiple", "directedPair", correct: pairs, mapping: entries),
      interaction: """
            <qti-match-interaction response-identifier="RESPONSE" shuffle="true" max-associations="\(items.count)">
              \(question)
              <qti-simple-match-set>
        \(choices(items.map { html.html($0.item.text) }, "item", maximum: 1))      </qti-simple-match-set>
              <qti-simple-match-set>
        \(choices(buckets.map { html.html($0.name) }, "place", maximum: items.count))      </qti-simple-match-set>
            </qti-match-interaction>
        """, processing: processing("map_response"))
  }

  private static func number(_ quantity: Exercise.Quantity, _ question: String) -> Parts {
    let unit = quantity.unit.isEmpty ? "" : " \(quantity.unit.escapedForHTML)"
    let tolerance = quantity.tolerance
    return Parts(
      declaration: declaration("single", "float", correct: ["\(quantity.value)"]),
      interaction: """
            <p>\(question)</p>
            <p><qti-text-entry-interaction response-identifier="RESPONSE" expected-length="12"/>\(unit)</p>
        """,
      processing: """
        <qti-response-processing>
            <qti-response-condition>
              <qti-response-if>
                <qti-equal tolerance-mode="absolute" tolerance="\(tolerance) \(tolerance)">
                  <qti-variable identifier="RESPONSE"/>
                  <qti-correct identifier="RESPONSE"/>
                </qti-equal>
                <qti-set-outcome-value identifier="SCORE">
                  <qti-base-value base-type="float">1</qti-base-value>
                </qti-set-outcome-value>
              </qti-response-if>
            </qti-response-condition>
          </qti-response-processing>
        """)
  }

  private static func declaration(
    _ cardinality: String, _ type: String, correct: [String], mapping: [String] = []
  ) -> String {
    let values = correct.map { "      <qti-value>\($0)</qti-value>\n" }.joined()
    let map =
      mapping.isEmpty
      ? ""
      : """
          <qti-mapping lower-bound="0" upper-bound="1" default-value="0">
      \(mapping.map { "      \($0)\n" }.joined())    </qti-mapping>

      """
    return """
      <qti-response-declaration identifier="RESPONSE" cardinality="\(cardinality)" base-type="\(type)">
          <qti-correct-response>
      \(values)    </qti-correct-response>
      \(map)  </qti-response-declaration>
      """
  }

  private static func processing(_ template: String) -> String {
    "<qti-response-processing template=\"https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/\(template).xml\"/>"
  }
}
