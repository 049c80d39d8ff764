import Events
import Testing

@testable import Workspace

/// Everything that a run shows is a file, under a name that every system takes.
@Suite struct FigureFilesTests {
  func files(_ events: Event...) -> [(name: String, text: String)] {
    FigureFiles(Recording(events)).map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
  }

  @Test func aCurveIsADrawingAndItsNumbers() {
    let files = files(.series(Series(name: "−ELBO, in nats", x: [1, 2], y: [0.5, 0.25])))
    #expect(files.map(\.name) == ["elbo-in-nats.svg", "elbo-in-nats.csv"])
    #expect(files[0].text.hasPrefix("<svg xmlns="))
    #expect(files[1].text == "x,\"−ELBO, in nats\"\n1.0,0.5\n2.0,0.25\n")
  }

  @Test func aPlaneIsAPictureAndItsNumbers() {
    let bounds = Bounds(1)
    let files = files(
      .field(Field(name: "D", columns: 2, rows: 1, values: [3, 4], bounds: bounds)),
      .points(PointCloud(name: "D", x: [0], y: [1], classes: [7], bounds: bounds)),
      .arrows(Arrows(name: "D", x: [0], y: [0], dx: [1], dy: [2], bounds: bounds)))
    #expect(files.map(\.name) == ["d.png", "d-points.csv", "d-arrows.csv", "d-field.csv"])
    #expect(files[0].text.contains("PNG"))
    #expect(files[1].text == "x,y,class\n0.0,1.0,7\n")
    #expect(files[2].text == "x,y,dx,dy\n0.0,0.0,1.0,2.0\n")
    #expect(files[3].text == "x,y,value\n-0.5,0.0,3.0\n0.5,0.0,4.0\n")
  }

  /// The height of a PNG is the last of the first 24 bytes: the legend is below the square.
  @Test func colouredClassesAreNamedInThePicture() {
    for (classes, height) in [([0, 0], 720), ([0, 1], 720 + 39), (Array(0..<10), 720 + 39)] {
      let x = classes.map { Float($0) }
      let files = Array(
        FigureFiles(Recording([.points(PointCloud(name: "D", x: x, y: x, classes: classes, bounds: Bounds(9)))])))
      #expect(files[0].bytes[20..<24].reduce(0) { $0 << 8 | Int($1) } == height)
    }
  }

  @Test func wordsAndFiguresAreFilesToo() {
    let files = files(
      .text("One."), .metric(Metric(name: "m", value: 0.5, unit: "nats", expected: 0...1)),
      .metric(Metric(name: "n", value: 2)), .parameter(Setting(name: "beta", value: 1, range: 0...8)), .text("Two."),
      .table(Table(name: "Models", head: ["a", "b"], rows: [["x \"y\"", "1,2"]])))
    #expect(files.map(\.name) == ["models.csv", "figures.csv", "settings.csv", "text.txt"])
    #expect(files[0].text == "a,b\n\"x \"\"y\"\"\",\"1,2\"\n")
    #expect(
      files[1].text == """
        name,value,unit,lowest expected,highest expected,as expected
        m,0.5,nats,0.0,1.0,yes
        n,2.0,,,,

        """)
    #expect(files[2].text == "name,value,lowest,highest\nbeta,1.0,0.0,8.0\n")
    #expect(files[3].text == "One.\nTwo.\n")
  }

  /// A carriage return and a line feed are one character to Swift, and the end of a line to whoever reads the table.
  @Test func linesInACellAreQuoted() {
    let files = files(.table(Table(name: "t", head: ["a"], rows: [["x\r\ny"]])))
    #expect(files[0].text == "a\n\"x\r\ny\"\n")
  }

  @Test(arguments: [
    "../../etc/passwd", "a/b\\c:d", "", "图", ".hidden", String(repeating: "long ", count: 99), "CON|*?",
  ])
  func namesAreSafe(caption: String) {
    let picture = Picture(width: 1, height: 1, channels: .grey, bytes: [1], caption: caption, alternative: "")
    let name = files(.image(picture)).map(\.name)[0]
    #expect(name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*\.png/) != nil, "\(name)")
    #expect(name.count <= 64)
  }

  @Test func twoOfOneNameAreTwoFiles() {
    let bars = Bars(name: "Same!", labels: ["a"], values: [1])
    let files = files(.bars(bars), .series(Series(name: "same", x: [1], y: [1])))
    #expect(files.map(\.name) == ["same.svg", "same.csv", "same-2.svg", "same-2.csv"])
  }

  /// A long caption is cut, and never what says which file is which.
  @Test func suffixesAreNeverCut() {
    let name = "Monday to Sunday, rain above sun: bright is likely, arrows the best path"
    let bounds = Bounds(1)
    let names = files(
      .points(PointCloud(name: name, x: [0], y: [1], bounds: bounds)),
      .arrows(Arrows(name: name, x: [0], y: [0], dx: [1], dy: [2], bounds: bounds)),
      .field(Field(name: name, columns: 1, rows: 1, values: [3], bounds: bounds)),
      .points(PointCloud(name: name + "!", x: [0], y: [1], bounds: bounds))
    ).map(\.name)
    let stem = "monday-to-sunday-rain-above-sun-bright-is-likely"
    #expect(
      names == [
        stem + ".png", stem + "-points.csv", stem + "-arrows.csv", stem + "-field.csv", stem + "-2.png",
        stem + "-2-points.csv",
      ])
  }

  @Test(arguments: [
    ("ᾱ of the cosine schedule", "alpha-of-the-cosine-schedule"), ("Fréchet, naïve", "frechet-naive"),
    ("β = 0.25", "beta-0-25"), ("x² + y₁", "x2-y1"), ("Σ", "sigma"), ("−ELBO", "elbo"),
  ]) func lettersAreFoldedToASCII(name: String, stem: String) {
    #expect(files(.series(Series(name: name, x: [1], y: [1]))).map(\.name) == [stem + ".svg", stem + ".csv"])
  }

  @Test func aDrawingSaysItsNameAndWhatItsAxisCounts() {
    let curve = files(
      .progress(step: 100, total: 100, unit: "round"), .series(Series(name: "loss", x: [50, 100], y: [2, 1])))[0].text
    #expect(curve.contains(">loss</text>") && curve.contains(">round</text>"))
    let bars = files(.bars(Bars(name: "Letters", labels: ["a"], values: [1])))[0].text
    #expect(bars.contains(">Letters</text>"))
  }

  /// A file at a time: one that was made is not made again, and none before it is asked for.
  @Test func filesAreMadeOneAfterTheOther() {
    var files = FigureFiles(Recording([.text("a"), .bars(Bars(name: "b", labels: ["x"], values: [1])), .text("c")]))
    #expect((0..<4).map { _ in files.next()?.name } == ["b.svg", "b.csv", "text.txt", nil])
    #expect(files.next() == nil)
  }

  /// What `--save` writes is shown by cells, and a cell may be a stranger's.
  @Test func figuresAreWrittenSo() {
    let files = FigureFiles(
      Recording([.table(Table(name: "t", head: ["=A1", "n"], rows: [["@x", "-0.5"], ["plain", "1"]]))])
    )
    let table = files.first { $0.name == "t.csv" }
    #expect(table.map { String(decoding: $0.bytes, as: UTF8.self) } == "'=A1,n\n'@x,-0.5\nplain,1\n")
  }
}
