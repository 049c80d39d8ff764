import Testing

@testable import Mathematics

@Suite struct PlainTextTests {
  @Test(arguments: [
    (#"P(y|x) = \frac{P(x|y)P(y)}{P(x)}"#, "P(y | x) = P(x | y) P(y) / P(x)"),
    (#"p(x \mid z), \quad |x|, \|x - y\|^2, |a||b|"#, "p(x | z),  |x|, ‖x − y‖², |a| |b|"),
    (#"P(A|B,C|D), D(q||p), \{x | x > 0\}, [0, 1)"#, "P(A | B, C | D), D(q ‖ p), {x | x > 0}, [0, 1)"),
    (#"\left\| \frac{a}{b} \right\|_2, \big( x \big), \left. f \right|_{x=0}"#, "‖a / b‖₂, (x), f|ₓ₌₀"),
    (
      #"\log p_\theta(x) \ge \mathbb{E}_{q_\phi(z|x)}[\log p_\theta(x|z)] - D_{\mathrm{KL}}(q_\phi(z|x) \| p(z))"#,
      "log p_θ(x) ≥ 𝔼_(q_ϕ(z | x))[log p_θ(x | z)] − D_KL(q_ϕ(z | x) ‖ p(z))"
    ),
    (#"z = \mu + \sigma \odot \epsilon, \epsilon \sim \mathcal{N}(0, I)"#, "z = μ + σ ⊙ ϵ, ϵ ∼ 𝒩(0, I)"),
    (#"\min_G \max_D \mathbb{E}_{z \sim p_z}[\log(1 - D(G(z)))]"#, "min_G max_D 𝔼_(z ∼ p_z)[log(1 − D(G(z)))]"),
    (#"\alpha_t(j) = \sum_{i=1}^{N} \alpha_{t-1}(i)\, a_{ij}\, b_j(o_t)"#, "αₜ(j) = ∑ᵢ₌₁ᴺ αₜ₋₁(i) aᵢⱼ bⱼ(oₜ)"),
    (#"\arg\max_x \prod_{x \in X} P(x)"#, "arg maxₓ ∏_(x ∈ X) P(x)"),
    (
      #"f(x) = \begin{cases} 1 & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}"#,
      "f(x) = {1, if x > 0; 0, otherwise}"
    ),
    (#"\begin{aligned} a &= b + c \\ &= d \\ \end{aligned}"#, "a = b + c; = d"),
    (#"\underbrace{a + b}_{\text{two}} - c"#, "⟦a + b: two⟧ − c"),
    (#"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \begin{matrix} a \\ b \end{matrix}"#, "(1, 2; 3, 4) [a; b]"),
    (#"256 \times 256 \times 3 = 196{,}608, 50\%, n! x"#, "256 × 256 × 3 = 196,608, 50%, n! x"),
    (#"\hat m_t / (\sqrt{\hat v_t} + \epsilon), a/b"#, "m̂ₜ / (√v̂ₜ + ϵ), a/b"),
    (#"\text{loss} = -\log p, \mathbf{x}^\top \mathbf{\mu}"#, "loss = −log p, 𝐱ᵀ 𝛍"),
    (#"\theta \leftarrow \theta - \eta \nabla_\theta L, \nabla f"#, "θ ← θ − η ∇_θ L, ∇f"),
    (#"P(w_1, \ldots, w_n), 1 + \cdots + n, 3 \cdot 4"#, "P(w₁, …, wₙ), 1 + ⋯ + n, 3 · 4"),
    (#"\overset{d}{=} y \underset{x}{\operatorname{arg\,max}} f"#, "=ᵈ y arg maxₓ f"),
    (#"σ(x) ≥ 0, α × β"#, "σ(x) ≥ 0, α × β"), ("", ""), ("{}", ""), ("x % a comment\n+ y", "x + y"),
  ]) func formulas(source: String, text: String) throws {
    #expect(try Formula.parse(source).plainText == text)
  }

  /// Where two readings are possible, parentheses decide.
  @Test(arguments: [
    (#"\frac{a+b}{c+d}"#, "(a + b) / (c + d)"), (#"\frac{a+b}{c+d} e"#, "((a + b) / (c + d)) e"),
    (#"x\frac{a+b}{c}"#, "x ((a + b) / c)"), (#"\frac{a}{b}\frac{c}{d}"#, "(a / b) (c / d)"),
    (#"\frac{a}{bc}"#, "a / (b c)"), (#"\frac{ab}{c}"#, "a b / c"), (#"\frac{1}{2\sigma^2}"#, "1 / (2σ²)"),
    (#"\frac{\frac{a}{b}}{c}"#, "(a / b) / c"), (#"\frac{a}{\frac{b}{c}}"#, "a / (b / c)"),
    (#"\left(\frac{a}{b}\right)^2"#, "(a / b)²"), (#"{\frac{a}{b}}^2"#, "(a / b)²"), (#"\frac{a/b}{c}"#, "(a/b) / c"),
    (#"\frac{1}{2} x + \frac{1}{8} y + \frac{1}{n}"#, "½ x + (1/8) y + 1 / n"),
    (#"\frac{1}{n}\sum_i x_i"#, "(1 / n) ∑ᵢ xᵢ"), (#"\frac{\sum_i x_i}{n}"#, "(∑ᵢ xᵢ) / n"),
    (#"\frac{\log a}{b} + \log\frac{a}{b}"#, "(log a) / b + log(a / b)"), (#"\frac{-a}{b}"#, "(−a) / b"),
    (
      #"\sqrt{x^2}, {\sqrt{x}}^2, \sqrt{ab}, \sqrt2, \sqrt[3]{x}, \sqrt[n]{a+b}"#,
      "√(x²), (√x)², √(a b), √2, ∛x, ⁿ√(a + b)"
    ),
    (#"\sqrt[\theta]{x}"#, "x^(1 / θ)"), (#"\sigma_\theta^2, x_i^2, x_{i,j}^{(k)}"#, "σ²_θ, xᵢ², x⁽ᵏ⁾_(i, j)"),
    (#"x_\theta^{\alpha+1}, x_i^{\alpha}, {x^a}^b"#, "x_(θ)^(α + 1), xᵢ^α, (xᵃ)ᵇ"),
    (#"e^{-x^2/2}, f'(x), f''_i, x'^2, x'_\theta"#, "e^(−x²/2), f′(x), f′′ᵢ, x′², x′_θ"), ("x^12", "x¹ 2"),
    (#"2x, 2(a+b), 2\frac{a}{b}, xy, x(y), (a)(b), (a)b"#, "2x, 2(a + b), 2 (a / b), x y, x(y), (a)(b), (a) b"),
    (
      #"\log_2 x, \sin^2 x, x \log y, \log\log x, \exp\left(-\frac{x}{y}\right)"#,
      "log₂ x, sin² x, x log y, log log x, exp(−x / y)"
    ),
    (#"\frac{\partial L}{\partial w_{ij}}, \frac{dy}{dx}, \int_0^1 f(x)\,dx"#, "∂L / ∂wᵢⱼ, dy / dx, ∫₀¹ f(x) dx"),
    (#"\bar{xy}, \hat{x}_0, \hat{x_0}, \widehat{a+b}"#, "bar(x y), x̂₀, x̂₀, hat(a + b)"),
    (#"x \quad y, a \qquad b, x, \quad y"#, "x    y, a    b, x,  y"), ("x² · y₁₀ × 2", "x² · y₁₀ × 2"),
    (#"\text{if $x > 0$, or $y_1$}"#, "if x > 0, or y₁"),
    (#"a - -b, a = -b, (-a), a \cdot {-1}"#, "a − −b, a = −b, (−a), a · −1"),
  ]) func nothingReadsTwoWays(source: String, text: String) throws {
    #expect(try Formula.parse(source).plainText == text)
  }
}
