import Testing

@testable import Mathematics

@Suite struct DisplayTests {
  @Test(arguments: [
    (
      #"P(y|x) = \frac{P(x|y)P(y)}{P(x)}"#,
      """
                 P(x | y) P(y)
      P(y | x) = ─────────────
                     P(x)
      """
    ),
    (
      #"-\frac{1}{2}\sum_{j=1}^{d} \log \sigma_j^2"#,
      """
          d
      −½  ∑  log σⱼ²
         j=1
      """
    ),
    (
      #"\min_G \max_D \; V(D, G)"#,
      """
      min max V(D, G)
       G   D
      """
    ),
    (
      #"f(x) = \begin{cases} 1 & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}"#,
      """
      f(x) = ⎧1  if x > 0
             ⎩0  otherwise
      """
    ),
    (
      #"\begin{aligned} a &= b + c \\ &= \frac{d}{e} \end{aligned}"#,
      """
      a = b + c

          d
        = ─
          e
      """
    ),
    (
      #"\underbrace{\mathbb{E}_q[\log p(x|z)]}_{\text{reconstruction}} - \underbrace{D_{\mathrm{KL}}}_{\text{rate}}"#,
      """
      𝔼_q[log p(x | z)] − D_KL
      ╰───────┬───────╯   ╰─┬─╯
       reconstruction     rate
      """
    ),
    (
      #"\exp\left(-\frac{x^2}{2}\right)^2 \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}"#,
      """
         ⎛ x²⎞²
      exp⎜−──⎟  ⎛1  2⎞
         ⎝ 2 ⎠  ⎝3  4⎠
      """
    ),
    (
      #"\frac{\frac{a}{b}}{c} \frac{\sum_i x_i}{n}"#,
      """
       a
       ─
       b  ∑ᵢ xᵢ
      ─── ─────
       c    n
      """
    ),
  ]) func lines(source: String, display: String) throws {
    #expect(try Formula.parse(source).lines(width: 80).joined(separator: "\n") == display)
  }

  @Test func tooWideIsOneLineForEachEquation() throws {
    let formula = try Formula.parse(#"\begin{aligned} a &= \frac{b}{c} \\ &= d \end{aligned}"#)
    #expect(formula.lines(width: 4) == ["a = b / c", "= d"])
    #expect(try Formula.parse(#"\frac{a + b}{c}"#).lines(width: 3) == ["(a + b) / c"])
  }

  @Test func accentsTakeNoColumn() throws {
    #expect(try Formula.parse(#"\frac{\hat x}{\bar\alpha_t}"#).lines(width: 10) == ["x̂", "──", "ᾱₜ"])
  }
}
