import Testing

@testable import Markup

@Suite struct DestinationTests {
  @Test(arguments: [
    ("https://a.org/x?y#z", Destination.web("https://a.org/x?y#z")), ("HTTP://a", .web("HTTP://a")),
    ("mailto:a@b.c", .mail("a@b.c")), ("x.md#y", .path("x.md#y")), ("../a b.png", .path("../a b.png")),
    ("dir/a:b", .path("dir/a:b")), ("?q=a:b", .path("?q=a:b")), ("", .path("")), ("#top", .fragment("top")),
    ("glossary:latent-space", .glossary(term: "latent-space")), ("lesson:gan#loss", .lesson("gan#loss")),
    ("cell:train-vae", .cell("train-vae")),
  ]) func allowed(address: String, destination: Destination) {
    #expect(Destination(address) == destination)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)", "\u{1}javascript:x",
    "vbscript:x", "data:text/html,x", "file:///etc/passwd", "/etc/passwd", "//host/x", "\\\\host\\x", "/\\host",
    "ftp://x", "blob:x", "x\n:y", ":x", "tel:1",
  ]) func refused(address: String) {
    #expect(Destination(address) == .refused(address))
  }
}
