import Foundation
import Markup
import Testing

@testable import Mathematics

@Suite(.enabled(if: Pandoc.path != nil, "pandoc is not installed: its MathML is not compared"))
struct PandocTests {
  static let formulas = [
    #"P(y|x) = \frac{P(x|y)P(y)}{P(x)}"#, #"p(x \mid z), \quad |x|, \left\| \frac{a}{b} \right\|_2, \|x - y\|^2"#,
    #"\frac{a+b}{c+d} e - \frac12 x \cdot \tfrac{1}{\sigma^2}"#,
    #"\log p_\theta(x) \ge \mathbb{E}_{q_\phi(z|x)}[\log p_\theta(x|z)] - D_{\mathrm{KL}}(q_\phi(z|x) \| p(z))"#,
    #"-\frac{1}{2}\sum_{j=1}^{d} \left(1 + \log \sigma_j^2 - \mu_j^2 - \sigma_j^2\right)"#,
    #"z = \mu + \sigma \odot \epsilon, \quad \epsilon \sim \mathcal{N}(0, I)"#,
    #"\min_G \max_D \; \mathbb{E}_{x \sim p_{\text{data}}}[\log D(x)] + \mathbb{E}_{z \sim p_z}[\log(1 - D(G(z)))]"#,
    #"x_t = \sqrt{\bar\alpha_t}\, x_0 + \sqrt{1 - \bar\alpha_t}\, \epsilon, \sqrt[3]{x}"#,
    #"q(x_t | x_{t-1}) = \mathcal{N}(x_t; \sqrt{1-\beta_t}\, x_{t-1}, \beta_t \mathbf{I})"#,
    #"\nabla_\theta L, \frac{\partial L}{\partial w_{ij}}, \int_0^1 f(x)\,dx, \prod_{t=1}^T P(x_t | x_{t-1})"#,
    #"f(x) = \begin{cases} 1 & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}"#,
    #"\begin{aligned} a &= b + c \\ &= d \end{aligned}"#,
    #"\underbrace{\mathbb{E}_q[\log p(x|z)]}_{\text{reconstruction}} - \underbrace{a + b}_{\text{rate}}"#,
    #"\hat{y} = \operatorname{softmax}(Wx + b), \tilde{x}_0, \bar{x}, \hat{x_0}, \vec v, \dot x"#,
    #"\sigma_\theta^2, x_i^2, x_{i,j}^{(k)}, e^{-x^2/2}, f'(x), z''"#,
    #"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \begin{bmatrix} a \\ b \end{bmatrix}"#,
    #"\arg\max_x f(x), \lim_{n \to \infty} a_n, \exp(x), \max(a, b), \Pr(A)"#,
    #"256 \times 256 \times 3 = 196{,}608, x \in \mathbb{R}^d, A^\top, A^{-1}, 2x, n!, a/b"#,
    #"x \le y \ne z \approx w \propto v \ge u, a \to b, \infty, \ldots, \cdots, [0, 1), \{x | x > 0\}"#,
    #"\mathrm{KL}(q\|p) = \int q \log \frac{q}{p}, |a|, \lfloor x \rfloor, \langle a, b \rangle"#,
    #"\alpha\beta\gamma\delta\varepsilon\zeta\eta\theta\iota\kappa\lambda\mu\nu\xi\pi\rho\sigma\tau\varphi\chi\psi\omega"#,
    #"\Gamma\Delta\Theta\Lambda\Xi\Pi\Sigma\Phi\Psi\Omega, \ell, \emptyset, \forall x \exists y, \pm a, a \circ b"#,
    #"a \cup b \cap c \setminus d, A \subset B \subseteq C, x \notin Y, a \equiv b, x \mapsto y, a \Rightarrow b"#,
  ]

  @Test(arguments: [false, true]) func sameStructure(display: Bool) throws {
    try Self.compare(Self.formulas, display: display)
  }

  /// Every formula of the course, where the course is there.
  @Test(.enabled(if: !Self.lessons.isEmpty, "no lessons here")) func theCourse() throws {
    var inline: [String] = []
    var displayed: [String] = []
    for file in Self.lessons {
      let document = Document.parse(try String(contentsOf: file, encoding: .utf8))
      document.forEachInline { if case .mathematics(let formula) = $0.kind { inline.append(formula) } }
      document.forEachBlock { block in
        if case .codeBlock(let code) = block.kind, code.language == "math" { displayed.append(code.literal) }
      }
    }
    try Self.compare(inline, display: false)
    try Self.compare(displayed.map { $0.trimmingCharacters(in: .newlines) }, display: true)
  }

  private static func compare(_ formulas: [String], display: Bool) throws {
    let wanted = try Pandoc.mathML(formulas, display: display)
    try #require(wanted.count == formulas.count)
    for (formula, theirs) in zip(formulas, wanted) {
      let ours = try Formula.parse(formula).mathML(display: display)
      #expect(Outline.text(ours) == Outline.text(theirs), "\(formula)")
    }
  }

  private static let lessons: [URL] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return ["Lessons", "Exercises"].flatMap { folder -> [URL] in
      let path = root.appending(path: folder)
      guard FileManager.default.fileExists(atPath: path.path) else { return [] }
      do {
        return try FileManager.default.contentsOfDirectory(at: path, includingPropertiesForKeys: nil)
          .filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
      } catch {
        preconditionFailure("\(path.path): \(error)")
      }
    }
  }()
}
