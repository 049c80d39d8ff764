import SpacedRepetition
import Testing

@testable import Practice

/// A sitting without a process, a disk or a screen.
@Suite struct SessionTests {
  static let now = SampleExercises.now

  /// Places at which these numbers are shown.
  func places(_ numbers: [Int], _ open: OpenQuestion) -> [Int] { numbers.compactMap { open.shown.firstIndex(of: $0) } }

  @Test func sortingAtOnce() throws {
    var sitting = Sitting(["sort"])
    let open = try sitting.open()
    // All right but the last one that is shown.
    let key = [0, 0, 1, 1]
    var chosen: [Int?] = open.shown.map { key[$0] }
    chosen[3] = 1 - key[open.shown[3]]
    let graded = try sitting.answer(.buckets(chosen), seconds: 8)
    guard case .sorting(let score, let told, let right) = graded.verdict else { throw ScoringError.nothingToMark }
    #expect(score.right == 3 && score.wrong == 1 && told == chosen && right == open.shown.map { key[$0] })
    #expect(graded.mark == 0.5 && graded.comingBack == 1 && graded.recorded.count == 4)
    #expect(sitting.answers.map(\.seconds) == [2, 2, 2, 2, 0])
    #expect(sitting.answers.map(\.given).last == "3 of 4" && sitting.answers.last?.item.isWhole == true)
    #expect(sitting.session.answered == 4 && sitting.session.isAnswered)
  }

  @Test func sortingOneByOne() throws {
    var sitting = Sitting(["sort"])
    let open = try sitting.open()
    var comingBack = 0
    for item in open.shown {
      if item == 0 { comingBack = 1 }
      let graded = try sitting.answer(.bucket(item == 0 ? nil : item < 2 ? 0 : 1), seconds: 3)
      #expect(graded.verdict == .item(chosen: item == 0 ? nil : item < 2 ? 0 : 1, right: item < 2 ? 0 : 1))
      #expect(graded.comingBack == comingBack && !sitting.session.isAnswered)
    }
    #expect(throws: ScoringError.self) { try sitting.session.submit(.bucket(0), seconds: 1) }
    let whole = try sitting.answer(.buckets([]))
    guard case .sorting(let score, _, _) = whole.verdict else { throw ScoringError.nothingToMark }
    #expect(score.right == 3 && score.blank == 1 && whole.mark == 0.75 && whole.comingBack == 1)
    #expect(sitting.session.isAnswered)
    #expect(sitting.session.answered == 4 && sitting.answers.count == 5)
  }

  @Test func orderingAndLeavingOut() throws {
    var sitting = Sitting(["order", "order"])
    let open = try sitting.open()
    #expect(open.shown != [0, 1, 2, 3])
    let graded = try sitting.answer(.places(places([0, 2, 1, 3], open)))
    guard case .ordering(let score?) = graded.verdict else { throw ScoringError.nothingToMark }
    #expect(score.passed && score.misplacedPair?.first == 2 && sitting.answers[0].given == "1 3 2 4")
    // Passed, and not quite right: that is hard.
    #expect(sitting.answers[0].rating == .hard)
    _ = try sitting.open()
    #expect(try sitting.answer(.places([])).verdict == .ordering(nil))
    #expect(sitting.answers[1].rating == .again && sitting.answers[1].given.isEmpty)
    #expect(throws: ScoringError.outOfRange(9)) { try sitting.session.submit(.places([9]), seconds: 1) }
  }

  @Test func choosing() throws {
    var sitting = Sitting(["choose", "diagnose"])
    var open = try sitting.open()
    #expect(try sitting.answer(.places(places([0, 1], open).sorted())).mark == 1)
    #expect(Set(sitting.answers[0].given.split(separator: " ")) == ["x", "y"])
    // Right at once, and never wrong before: nothing needs to come back.
    #expect(sitting.answers[0].rating == nil)
    open = try sitting.open()
    #expect(try sitting.answer(.places(places([0], open))).mark == 0)
  }

  @Test func numbers() throws {
    var sitting = Sitting(["number", "number", "number"])
    _ = try sitting.open()
    #expect(try sitting.answer(.quantity(QuantityReading("0,505 nats"))).mark == 1)
    #expect(sitting.answers[0].given == "0.505 nats")
    _ = try sitting.open()
    #expect(try sitting.answer(.quantity(QuantityReading("7 nats"))).mark == 0)
    _ = try sitting.open()
    #expect(try sitting.answer(.quantity(nil)).verdict == .quantity(nil))
  }

  @Test func gaps() throws {
    var sitting = Sitting(["cloze"])
    _ = try sitting.open()
    let graded = try sitting.answer(.words([" ＣＬＡＳＳ.", ""]), seconds: 4)
    #expect(graded.verdict == .gaps([true, nil], try ClozeScore(answer: [true, nil])))
    #expect(graded.mark == 0.5 && graded.comingBack == 1)
    #expect(sitting.answers.map(\.seconds) == [2, 2, 0])
    var alone = Sitting(["cloze"], part: 1)
    _ = try alone.open()
    #expect(try alone.answer(.words(["modell"])).verdict == .gaps([true], ClozeScore(answer: [true])))
    #expect(alone.answers.map(\.item.item) == ["q"])
  }

  @Test func listings() throws {
    var sitting = Sitting(["parsons"])
    let open = try sitting.open()
    let graded = try sitting.answer(.places(places([0, 1, 2], open)))
    #expect(graded.mark == 1 && sitting.answers[0].given == "1 2 3")
  }

  @Test func predictions() throws {
    var sitting = Sitting(["predict", "predict"])
    _ = try sitting.open()
    #expect(throws: ScoringError.nothingToMark) { try sitting.session.submit(.places([0]), seconds: 1) }
    sitting.session.resolve(.choice(options: ["low", "high"], key: [false, true], isShuffled: false))
    #expect(sitting.session.open?.shown == [0, 1])
    #expect(try sitting.answer(.places([1])).mark == 1)
    _ = try sitting.open()
    sitting.session.resolve(.quantity(Quantity(value: 20, tolerance: 1, unit: "")))
    #expect(try sitting.answer(.quantity(QuantityReading("20.5"))).mark == 1)
  }

  @Test func cardsComeBackWhenTheyWereSaidTo() throws {
    var sitting = Sitting(["cards"])
    let open = try sitting.open()
    let answers = open.cardAnswers(at: Self.now, by: sitting.log.scheduler)
    let graded = try sitting.answer(.rating(.good))
    #expect(graded.recorded[0].due == Self.now + answers[2].interval)
    #expect(sitting.answers[0].given == "good" && sitting.answers[0].kind == .known(.cards))
    #expect(sitting.session.cardNumber == 1 && sitting.session.cardCount == 1)
    #expect(sitting.session.openNext(sitting.log.states) == nil)
  }

  /// Each takes a tenth of the mark, and only of the whole.
  @Test func hints() throws {
    var sitting = Sitting(["sort", "choose"])
    let open = try sitting.open()
    #expect([sitting.session.takeHint(), sitting.session.takeHint(), sitting.session.takeHint()] == [0, 1, nil])
    let graded = try sitting.answer(.buckets(open.shown.map { $0 < 2 ? 0 : 1 }))
    #expect(abs(graded.mark - 0.8) < 1e-12 && graded.hints == 2)
    #expect(sitting.answers.map(\.hints) == [0, 0, 0, 0, 2] && sitting.answers[0].mark == 1)
    let next = try sitting.open()
    #expect(next.hintsUsed == 0 && sitting.session.takeHint() == 0)
    let choice = try sitting.answer(.places(places([0, 1], next)))
    #expect(choice.mark == 0.9 && sitting.answers[5].rating == .hard)
  }

  @Test(arguments: [(Confidence.guessed, Rating.hard as Rating?), (.fairlySure, nil), (.sure, nil)])
  func confidenceChangesWhenAndNeverTheMark(confidence: Confidence, rating: Rating?) throws {
    var sitting = Sitting(["choose"])
    let open = try sitting.open()
    #expect(try sitting.answer(.places(places([0, 1], open)), confidence).mark == 1)
    #expect(sitting.answers[0].rating == rating && sitting.answers[0].confidence == confidence)
  }

  @Test func theLearnerIsToldOfItemsOnce() throws {
    var sitting = Sitting(["sort", "cloze"])
    _ = try sitting.open()
    let first = try sitting.session.submit(.bucket(0), seconds: 1, knowsItems: false)
    #expect(first.contents.first == .setting(name: "items/sort", value: "a b c d"))
    _ = sitting.session.confirm(first, sitting.log.record(first.contents, at: Self.now))
    let second = try sitting.session.submit(.bucket(0), seconds: 1, knowsItems: false)
    #expect(second.contents.count == 1)
  }

  /// Nothing of an answer that did not get into the log is told or counted.
  @Test func whatIsNotRecordedIsNotAnswered() throws {
    var sitting = Sitting(["cards", "choose"])
    _ = try sitting.open()
    _ = try sitting.session.submit(.rating(.good), seconds: 1)
    #expect(!sitting.session.isAnswered && sitting.session.answered == 0)
    _ = try sitting.open()
    #expect(sitting.session.open?.exercise.id == "choose")
  }

  @Test func anAnswerIsTakenBackAndAskedAgain() throws {
    var sitting = Sitting(["cards", "cards"])
    _ = try sitting.open()
    _ = try sitting.answer(.rating(.again))
    _ = try sitting.open()
    #expect(sitting.session.cardNumber == 2)
    let undone = sitting.log.undo(at: Self.now + 1)
    let attempt = try #require(undone)
    sitting.session.tookBack(attempt, isOfThisSitting: true)
    #expect(sitting.session.answered == 0 && sitting.log.states.isEmpty)
    // The question that was taken back, then the one that was open.
    _ = try sitting.open()
    #expect(sitting.session.cardNumber == 1 && sitting.session.open?.attempt == 0)
    _ = try sitting.answer(.rating(.good))
    _ = try sitting.open()
    #expect(sitting.session.cardNumber == 2 && sitting.session.next == nil)
  }

  /// What belongs to an earlier sitting is not asked again, and the question of now is.
  @Test func anAnswerOfBeforeIsTakenBack() throws {
    var earlier = Sitting(["choose"])
    let open = try earlier.open()
    _ = try earlier.answer(.places(places([0], open)))
    var sitting = Sitting(["cards"])
    sitting.log = earlier.log
    _ = try sitting.open()
    let undone = sitting.log.undo(at: Self.now + 1)
    let attempt = try #require(undone)
    sitting.session.tookBack(attempt, isOfThisSitting: false)
    #expect(sitting.session.answered == 0)
    #expect(try sitting.open().exercise.id == "cards")
    #expect(sitting.session.next == nil)
  }

  @Test func aCardIsSetAsideAndBroughtBack() throws {
    var sitting = Sitting(["cards", "choose"])
    let card = try sitting.open().question.item
    let hiding = sitting.session.setAside(until: Self.now + 100)
    #expect(hiding == .hiding(card, until: Self.now + 100) && sitting.session.isSetAside)
    _ = try sitting.open()
    let back = sitting.session.bringBack()
    #expect(back == .hiding(card, until: 0))
    #expect(try sitting.open().question.item == card)
    #expect(try sitting.open().exercise.id == "choose")
    let none = sitting.session.bringBack()
    #expect(none == nil)
  }

  /// Forgotten eight times it is set aside, and then every fourth time.
  @Test func leeches() throws {
    var log = MemoryLog()
    var asides: [Int] = []
    var time = Self.now
    for lapse in 1...16 {
      for rating in [Rating.easy, .again] {
        var sitting = Sitting(["cards"])
        sitting.log = log
        _ = try sitting.open()
        time += 86_400 * 30
        let graded = try sitting.answer(.rating(rating), at: time)
        if graded.recorded[0].isSetAside { asides.append(lapse) }
        log = sitting.log
      }
    }
    #expect(asides == [8, 12, 16])
    #expect(log.hidden.values.allSatisfy { $0 == LogEvent.forGood } && log.hidden.count == 1)
  }

  /// Between two steps of a sorting exercise: what was answered stays, and nothing else.
  @Test func interruption() throws {
    var sitting = Sitting(["sort"])
    let open = try sitting.open()
    _ = try sitting.answer(.bucket(0))
    _ = try sitting.answer(.bucket(nil))
    #expect(sitting.answers.count == 2 && sitting.session.answered == 2)
    #expect(Set(sitting.answers.map(\.item.item)) == Set(open.shown.prefix(2).map { ["a", "b", "c", "d"][$0] }))
    // Asked once more it begins from its beginning, in another order only once it was answered as a whole.
    var again = Sitting(["sort"])
    again.log = sitting.log
    #expect(try again.open().sorting?.answered == 0)
    #expect(again.session.open?.shown == open.shown)
  }

  /// A clock that is set back while a question is asked: a negative time, and an answer before the last one.
  @Test func aClockThatIsSetBackLosesNothing() throws {
    var sitting = Sitting(["cards", "cards"])
    _ = try sitting.open()
    _ = try sitting.answer(.rating(.good), seconds: -3_600, at: Self.now)
    _ = try sitting.open()
    let graded = try sitting.answer(.rating(.good), seconds: .nan, at: Self.now - 7_200)
    #expect(sitting.answers.map(\.seconds) == [0, 0])
    #expect(graded.recorded[0].after.answers == 2 && graded.recorded[0].due != nil)
  }
}
