import Testing

@testable import Mathematics

@Suite struct MathMLTests {
  @Test func wholeElement() throws {
    #expect(
      try Formula.parse("a<b").mathML(display: true)
        == #"<math xmlns="http://www.w3.org/1998/Math/MathML" display="block" alttext="a &lt; b"><mrow>"#
        + "<mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow></math>")
  }

  @Test(arguments: [
    (
      #"x_i^2 y_1 z^n"#,
      "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup><msub><mi>y</mi><mn>1</mn></msub><msup><mi>z</mi><mi>n</mi></msup>"
    ),
    (#"\frac{a+1}{2}"#, "<mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mn>2</mn></mfrac>"),
    (#"\sqrt x \sqrt[3]{y}"#, "<msqrt><mi>x</mi></msqrt><mroot><mi>y</mi><mn>3</mn></mroot>"),
    (#"-a"#, #"<mo form="prefix">−</mo><mi>a</mi>"#), (#"a-b"#, "<mi>a</mi><mo>−</mo><mi>b</mi>"),
    (#"\log x"#, "<mi>log</mi><mo>\u{2061}</mo><mspace width=\"0.167em\"></mspace><mi>x</mi>"),
    (
      #"\log(x)"#,
      "<mi>log</mi><mo>\u{2061}</mo><mrow><mo form=\"prefix\" stretchy=\"false\">(</mo><mi>x</mi><mo form=\"postfix\" stretchy=\"false\">)</mo></mrow>"
    ),
    (#"x | y"#, #"<mi>x</mi><mo stretchy="false" lspace="0" rspace="0">|</mo><mi>y</mi>"#),
    (
      #"\mathrm{KL} \mathbf{x} \mathbb{E} \mathcal{N} \Gamma \mathrm d"#,
      "<mi>KL</mi><mi>𝐱</mi><mi>𝔼</mi><mi>𝒩</mi><mi mathvariant=\"normal\">Γ</mi><mi mathvariant=\"normal\">d</mi>"
    ),
    (
      #"\left( \frac ab \right]"#,
      #"<mrow><mo form="prefix" stretchy="true">(</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo form="postfix" stretchy="true">]</mo></mrow>"#
    ),
    (
      #"\Bigl( x \Bigr)"#,
      #"<mrow><mo form="prefix" stretchy="true" minsize="1.8em" maxsize="1.8em">(</mo><mi>x</mi><mo form="postfix" stretchy="true" minsize="1.8em" maxsize="1.8em">)</mo></mrow>"#
    ),
    (
      #"\hat x \overline{ab}"#,
      #"<mover><mi>x</mi><mo accent="true" stretchy="false">^</mo></mover><mover><mrow><mi>a</mi><mi>b</mi></mrow><mo accent="true" stretchy="true">‾</mo></mover>"#
    ),
    (
      #"a \quad b \! c"#,
      #"<mi>a</mi><mspace width="1.000em"></mspace><mi>b</mi><mspace width="-0.167em"></mspace><mi>c</mi>"#
    ),
    (#"\text{a <b>}"#, "<mtext>a\u{A0}&lt;b&gt;</mtext>"),
    (
      #"\underbrace{x}_{\text{why}}"#,
      #"<munder><munder><mi>x</mi><mo stretchy="true">⏟</mo></munder><mtext>why</mtext></munder>"#
    ),
    (
      #"\begin{cases} 1 & x \\ 2 & y \end{cases}"#,
      #"<mrow><mo form="prefix" stretchy="true">{</mo><mtable><mtr><mtd style="text-align: left"><mn>1</mn></mtd><mtd style="text-align: left"><mi>x</mi></mtd></mtr><mtr><mtd style="text-align: left"><mn>2</mn></mtd><mtd style="text-align: left"><mi>y</mi></mtd></mtr></mtable></mrow>"#
    ),
    (
      #"\begin{aligned} a &= -b \end{aligned}"#,
      #"<mrow><mtable displaystyle="true"><mtr><mtd style="text-align: right; padding-right: 0"><mi>a</mi></mtd><mtd style="text-align: left; padding-left: 0"><mo form="infix">=</mo><mo form="prefix">−</mo><mi>b</mi></mtd></mtr></mtable></mrow>"#
    ),
  ]) func elements(source: String, mathML: String) throws {
    #expect(try inside(source, display: false) == mathML)
  }

  /// Limits stand over and under in a display, beside in a line and in what a display sets small.
  @Test func limits() throws {
    #expect(try inside(#"\sum_i^n"#, display: true).hasPrefix("<munderover>"))
    #expect(try inside(#"\sum_i^n"#, display: false).hasPrefix("<msubsup>"))
    #expect(try inside(#"\max_x"#, display: true).hasPrefix("<munder>"))
    #expect(try inside(#"\frac{\sum_i}{n}"#, display: true).hasPrefix("<mfrac><msub>"))
    #expect(try inside(#"\int_0^1"#, display: true).hasPrefix("<msubsup>"))
    #expect(try inside(#"\int\limits_0^1"#, display: true).hasPrefix("<munderover>"))
    #expect(try inside(#"\sum\nolimits_i"#, display: true).hasPrefix("<msub>"))
    #expect(try inside(#"\operatorname*{argmax}_x"#, display: true).hasPrefix("<munder>"))
    #expect(try inside(#"\underset{x}{y}"#, display: false).hasPrefix("<munder>"))
  }

  private func inside(_ source: String, display: Bool) throws -> String {
    let whole = try Formula.parse(source).mathML(display: display)
    let start = try #require(whole.firstRange(of: "<mrow>")).upperBound
    return String(whole[start...].dropLast("</mrow></math>".count))
  }
}
