import Generative
import Testing

@Suite struct TokenizerTests {
  @Test func charactersComeBack() {
    let text = "Oh! naïve — “yes”\n"
    let tokenizer = CharacterTokenizer(text)
    #expect(tokenizer.decode(tokenizer.encode(text)) == text)
    #expect(tokenizer.encode("xyz").count == 1)  // only y is known
  }

  @Test func lettersFoldEverythingElse() {
    let letters = CharacterTokenizer.letters
    #expect(letters.count == 27)
    #expect(letters.decode(letters.encode("  \"My dear Mr. Bennet,\" -- 12 said")) == "my dear mr bennet said")
  }

  @Test func wordsAndMarks() {
    let text = "\"Don't go,\" said Mr. O'Neil -- 'tis half-past _two_; well… no!"
    let tokenizer = WordTokenizer(text)
    let words = tokenizer.encode(text).map { tokenizer.word($0) }
    #expect(
      words == [
        "don't", "go", ",", "said", "mr", ".", "o'neil", "tis", "half-past", "two", ";", "well", "no", "!",
      ])
    #expect(tokenizer.decode(tokenizer.encode("Go, said two!")) == "go, said two!")
  }

  @Test func rareWordsShareAToken() {
    let tokenizer = WordTokenizer("a a a b b c. É é", minimumCount: 2, keepsMarks: false)
    #expect(tokenizer.count == 3)
    #expect(tokenizer.encode("c b a zebra") == [0, 2, 1, 0])
    #expect(tokenizer.token("zebra") == WordTokenizer.unknown)
  }

  @Test func typographicApostrophesAreApostrophes() {
    #expect(WordTokenizer("don’t don't").count == 2)
  }
}
