import Course
import Events
import Figures
import Foundation

/// A small course with everything that a lesson may hold, in a folder of its own that goes with it.
final class SampleCourse {
  /// Holds the course's folder and whatever a test puts beside it.
  let root: URL
  let folder: URL
  let theme: URL

  init() throws {
    let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    theme = project.appending(path: "site")
    root = URL(filePath: NSTemporaryDirectory())
      .appending(path: "learn-site-\(UUID().uuidString)", directoryHint: .isDirectory)
    folder = root.appending(path: "course", directoryHint: .isDirectory)
    for name in ["Lessons/pictures", "Exercises"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    for (name, text) in Self.files { try write(text, to: name) }
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: root)
    } catch {
      print("left behind: \(root.path): \(error)")
    }
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  var course: Course { CourseReader.read(folder) }
  var output: URL { folder.appending(path: "_site") }

  func page(_ name: String) throws -> String {
    try String(contentsOf: output.appending(path: name), encoding: .utf8)
  }

  /// What the cell `train` showed, as its run would have recorded it.
  var recording: Recording {
    Recording([
      .text("3 < 4 & more"),
      .parameter(Setting(name: "rate", value: 0.5, range: 0...1)),
      .progress(step: 2, total: 2, unit: "step"),
      .series(Series(name: "loss", x: [1, 2], y: [2, 0.5])),
      .bars(Bars(name: "Counted", labels: ["<a>", "b"], values: [3, 1])),
      .metric(Metric(name: "accuracy", value: 0.97, expected: 0.9...1)),
      .metric(Metric(name: "nats", value: 30, unit: "nats", expected: 0...20)),
      .image(
        Picture(
          width: 2, height: 1, channels: .grey, bytes: [0, 255], caption: "Two pixels",
          alternative: "Black, then white.")),
      .done(seed: 7, seconds: 0.123, digest: "0123456789abcdef"),
    ])
  }

  private static let files = [
    "Lessons/course.yml": """
    title: Small & <sharp>
    promise: Everything that a page may hold.
    licence: CC BY 4.0
    authors: [A. Author]
    lessons: [01-first.md, 02-second.md]
    glossary:
      noise:
        name: Noise
        definition: Random numbers that a "maker" takes as input.
    """,
    "Lessons/01-first.md": """
    ---
    id: first
    title: First <b>things</b>
    summary: One & only.
    outcomes: [Tell a < b]
    reading: 3
    practice: 4
    difficulty: intro
    ---
    # First things

    ## Words

    Some [noise](glossary:noise), some $`x_1 < y`$, the [second](lesson:second), [this cell](cell:train), the
    [same by path](02-second.md#end), [elsewhere](https://example.org/?a=1&b=2), a note[^1] and <i>no markup</i>.

    ![A dot](pictures/dot.svg "Only a dot")

    | a | b |
    |---|--:|
    | 1 | 2 |

    ```math
    \\frac{a}{b}
    ```

    ```swift
    //| id: train
    //| seed: 7
    //| hide
    let secret = 1
    //| show
    let x = 1  // a < b
    ```

    ```swift
    //| id: unrun
    print("&")
    ```

    ```swift
    let shown = "not run"
    ```

    ```text
    a → b
    ```

    > [!MISCONCEPTION]
    > It is *not* so.

    > Only a quote.

    <!-- tabs -->
    ### Left
    One side.
    ### Right
    The other.
    <!-- /tabs -->

    <!-- timeline -->
    - 1906: letters
    <!-- /timeline -->

    ### Deeper

    Below.

    [^1]: At the foot.
    """,
    "Lessons/02-second.md": """
    ---
    id: second
    title: Second
    summary: Another.
    prerequisites: [first]
    outcomes: [Go on]
    reading: 1
    practice: 1
    difficulty: core
    ---
    # Second

    ## End

    The end.
    """,
    "Exercises/01-first.md": """
    ## Sort: which? {#which}
    Put them.

    > Hint: Look.

    ### Small
    - a
      > Because *a*.
    ### Large
    - b
      > Because b.

    ## Order: in turn {#turn}
    1. one
       > First.
    2. two
    3. three

    ## Choose: right? {#right}
    - [x] yes
      > It is.
    - [ ] no
      > It is not.

    ## Number: how many? {#many}
    Count them.

    answer: `3 ± 0.5 nats`

    > Counted.

    ## Cards: words {#words}
    ### Noise
    Random *numbers*.

    ## Diagnose: what is wrong? {#wrong}

    ```swift
    //| id: faulty
    //| hide
    let secretRate = -1
    //| show
    let shownRate = 1
    ```

    - [x] the rate
    - [ ] the data
    """,
    "Lessons/pictures/dot.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>",
  ]
}
