// swift-tools-version: 6.3
import Foundation
import PackageDescription

/// Every target of ours: strict concurrency by language mode 6, explicit existentials and imports, no warnings.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// What the processor of this machine can do, as Linux tells it.
let features: [Substring] = {
  let list = String(decoding: FileManager.default.contents(atPath: "/proc/cpuinfo") ?? Data(), as: UTF8.self)
  return list.split(separator: "\n").first { $0.hasPrefix("flags") }?.split(separator: " ") ?? []
}()

/// For this machine's processor alone, with its widest vectors, which change no result: a test compares them to the bit.
/// `LEARN_BASELINE=1` builds for any x86-64 instead, for what goes elsewhere.
///
/// SwiftPM keeps what this manifest said by its text and by the environment. `make` therefore names the processor in
/// `LEARN_PROCESSOR`: on another one, the manifest is asked again, and the library is compiled anew, for its flags differ.
let native: [SwiftSetting] = {
  #if arch(x86_64)
    guard (Context.environment["LEARN_BASELINE"] ?? "").isEmpty else { return [] }
    // How wide a tile of a matrix product is; no result depends on it.
    let tile = features.contains("avx512f") ? "AVX512" : features.contains("avx2") ? "AVX2" : "SSE"
    let name = features.joined().utf8.reduce(5381) { ($0 &* 33 &+ UInt32($1)) }
    return [.unsafeFlags(["-Xcc", "-march=native"]), .define(tile), .define("PROCESSOR_\(name)")]
  #else
    return []
  #endif
}()

/// `make` compiles all with `-Onone`, packages of others above all; of two such words the compiler's frontend takes the last,
/// which are those that it is handed on.
let optimisedByMake = SwiftSetting.unsafeFlags(["-Xfrontend", "-O"], .when(configuration: .release))

/// Targets that also compile as Embedded Swift for wasm32 (docs/webassembly.md).
/// `-fno-math-errno` lets `squareRoot()` vectorise.
let embeddedClean: [SwiftSetting] = {
  // A training step spends a tenth of its time on checks of exclusive access; the tests of the library run without, too.
  let flags = ["-Xcc", "-fno-math-errno", "-enforce-exclusivity=unchecked"]
  // A model that trains in a second would take minutes without: optimised as a whole in debug builds, too.
  let whole = ["-O", "-wmo", "-num-threads", "1", "-disable-batch-mode"]
  return strict + [.enableExperimentalFeature("Extern"), .unsafeFlags(flags)] + native
    + [.unsafeFlags(whole, .when(configuration: .debug)), optimisedByMake]
}()

/// Targets that read or draw much: their tests give them as much as a stranger might, and would wait for minutes.
let optimised = strict + [.unsafeFlags(["-O"], .when(configuration: .debug)), optimisedByMake]

/// The list of modules that compile as Embedded Swift, too; each line begins with a name.
let embeddedModules = String(
  decoding: FileManager.default.contents(atPath: Context.packageDirectory + "/Sources/Cells/EmbeddedModules.txt")
    ?? Data(),
  as: UTF8.self
).split(separator: "\n").compactMap { $0.split(separator: " ").first }

/// A target of the list.
func embedded(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  precondition(embeddedModules.contains(name[...]), "\(name) is not in Sources/Cells/EmbeddedModules.txt")
  return .target(name: name, dependencies: dependencies, swiftSettings: embeddedClean)
}

let package = Package(
  name: "learn",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "learn", targets: ["learn"]),
    // What the Swift cells of a lesson are compiled against.
    .library(name: "CellLibrary", type: .static, targets: ["Display", "Generative"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
  ],
  targets: [
    // Embedded-clean: no Foundation, typed throws, no existentials of protocols.
    embedded("Numerics"),
    embedded("Autodiff", ["Numerics"]),
    embedded("Learning", ["Autodiff", "Numerics"]),
    embedded("Generative", ["Learning", "Autodiff", "Numerics"]),
    embedded("Messages"),
    embedded("JSONLines"),
    embedded("Events", ["JSONLines", "Messages", "Numerics"]),
    embedded("Display", ["Events"]),
    embedded("Figures", ["Events"]),
    embedded("SpacedRepetition", ["Numerics"]),
    embedded("Practice", ["JSONLines", "Numerics", "SpacedRepetition"]),

    // How files are written so that nothing is lost, and nobody else reads what is the learner's.
    .target(name: "Files", dependencies: ["CPNG", "Messages"], swiftSettings: optimised),

    // The lesson engine.
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    // Which calls of the system a cell may make. Linux alone has it.
    .systemLibrary(name: "CSeccomp", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),
    .target(name: "Markup", dependencies: ["CCmarkGFM"], swiftSettings: optimised),
    .target(name: "Mathematics", swiftSettings: strict),
    .target(
      name: "Course",
      dependencies: ["Files", "Markup", "Mathematics", "Messages", "Practice", "Yams"],
      swiftSettings: optimised),
    .target(
      name: "Cells",
      dependencies: [
        "Course", "Events", "Files", "Learning", "Messages",
        .target(name: "CSeccomp", condition: .when(platforms: [.linux])),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system", condition: .when(platforms: [.linux])),
      ],
      // Cells are compiled for what the library is compiled for.
      resources: [.embedInCode("EmbeddedModules.txt")],
      swiftSettings: optimised + (native.isEmpty ? [] : [.define("NATIVE")])),
    .target(
      name: "DataLibrary",
      dependencies: [
        "CZlib", "Files", "Generative", "Messages",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: strict),
    .target(
      name: "Progress",
      dependencies: [
        "Autodiff", "Files", "Learning", "Messages", "Practice", "SpacedRepetition",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: optimised),
    // To and from other tools' formats.
    .target(
      name: "Exchange",
      dependencies: [
        "Course", "CZlib", "Files", "Markup", "Mathematics", "Messages", "Practice", "Progress", "SpacedRepetition",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Terminal",
      dependencies: ["Course", "Events", "Figures", "Files", "Markup", "Mathematics", "Messages", "Practice"],
      swiftSettings: optimised),
    .target(
      name: "SiteBuilder",
      dependencies: [
        "Course", "Events", "Figures", "Files", "Markup", "Mathematics", "Messages", "Practice",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: strict),
    // The folders of people.
    .target(
      name: "Workspace",
      dependencies: ["Cells", "Course", "Events", "Figures", "Files", "Messages", "Progress", "SiteBuilder"],
      swiftSettings: strict),
    .target(
      name: "LearnCommands",
      dependencies: [
        "Cells", "Course", "DataLibrary", "Events", "Exchange", "Figures", "Files", "Markup", "Messages",
        "Practice", "Progress", "SpacedRepetition", "Terminal", "SiteBuilder", "Workspace",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system", condition: .when(platforms: [.linux])),
      ],
      swiftSettings: strict),
    .executableTarget(name: "learn", dependencies: ["LearnCommands"], swiftSettings: strict),

    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "Autodiff", "Cells", "Course", "Events", "Generative", "Learning", "Practice", "Progress", "Numerics",
        "SpacedRepetition",
      ],
      path: "Benchmarks/Sources",
      swiftSettings: strict),

    // What tests of several targets have in common.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    // Compiles the Embedded-clean targets by calling the compiler itself: for wasm32, and for any x86-64.
    .target(name: "LibraryBuild", dependencies: ["Cells"], path: "Tests/LibraryBuild", swiftSettings: strict),
    .testTarget(name: "EmbeddedTests", dependencies: ["LibraryBuild"], swiftSettings: strict),
    .testTarget(
      name: "SameBitsTests",
      dependencies: ["LibraryBuild", "Generative", "Learning", "Autodiff", "Numerics", "TestSupport"],
      exclude: ["Programs"], swiftSettings: strict),
    // The rooms: the table of CONTRIBUTING, the manifest and the imports say the same.
    .testTarget(name: "RoomsTests", swiftSettings: strict),
    .testTarget(name: "FilesTests", dependencies: ["CPNG", "Files", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "NumericsTests", dependencies: ["Numerics"], swiftSettings: strict),
    .testTarget(name: "AutodiffTests", dependencies: ["Autodiff", "Numerics"], swiftSettings: strict),
    // Counts what a step asks of the heap. It takes the place of `malloc`, which only C can do soundly.
    .target(name: "AllocationCounter", path: "Tests/AllocationCounter"),
    .testTarget(
      name: "LearningTests", dependencies: ["Learning", "Autodiff", "Numerics", "AllocationCounter"],
      swiftSettings: strict),
    .testTarget(
      name: "GenerativeTests", dependencies: ["Display", "Generative", "Learning", "Autodiff", "Numerics"],
      swiftSettings: strict),
    .testTarget(name: "MessagesTests", dependencies: ["Messages"], swiftSettings: strict),
    .testTarget(name: "JSONLinesTests", dependencies: ["JSONLines", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "EventsTests", dependencies: ["Events", "Figures", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "DisplayTests", dependencies: ["Display", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "DataLibraryTests",
      dependencies: [
        "DataLibrary", "CZlib", "Files", "Generative", "TestSupport",
        .product(name: "FlyingFox", package: "FlyingFox"), .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      swiftSettings: strict),
    .testTarget(name: "SpacedRepetitionTests", dependencies: ["SpacedRepetition"], swiftSettings: strict),
    .testTarget(
      name: "MarkupTests", dependencies: ["Markup", "CCmarkGFM"], exclude: ["Expected", "Inputs"],
      swiftSettings: strict),
    .testTarget(name: "MathematicsTests", dependencies: ["Markup", "Mathematics"], swiftSettings: strict),
    .testTarget(
      name: "CourseTests", dependencies: ["Course", "Markup", "Mathematics", "Messages", "Practice"],
      swiftSettings: strict),
    .testTarget(name: "FiguresTests", dependencies: ["Figures", "Events", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "CellsTests", dependencies: ["Cells", "Course", "Events", "Figures", "TestSupport"], swiftSettings: strict),
    // Writes until it is killed: what it confirmed must be on disk.
    .executableTarget(
      name: "ProgressWriter", dependencies: ["Practice", "Progress", "SpacedRepetition"], path: "Tests/ProgressWriter",
      swiftSettings: strict),
    .testTarget(
      name: "ProgressTests",
      dependencies: [
        "Autodiff", "Learning", "Practice", "Progress", "ProgressWriter", "SpacedRepetition", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PracticeTests",
      dependencies: [
        "Course", "Markup", "Practice", "Progress", "SpacedRepetition", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "ExchangeTests",
      dependencies: ["Exchange", "Course", "Markup", "Practice", "Progress", "SpacedRepetition"],
      exclude: ["Programs", "Schemas"], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "Terminal", "Cells", "Course", "Events", "Figures", "Files", "Markup", "Messages", "Practice", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SiteBuilderTests", dependencies: ["SiteBuilder", "Course", "Events", "Figures"], swiftSettings: strict),
    .testTarget(name: "WorkspaceTests", dependencies: ["Workspace", "Events", "Figures"], swiftSettings: strict),
    // Commands in the process of the tests, on a machine that a test gives them.
    .testTarget(
      name: "LearnCommandsTests",
      dependencies: [
        "LearnCommands", "Messages", "Progress", "Terminal", "TestSupport", "Workspace",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    // Mostly valid inputs for all that reads files of others: `make fuzz`.
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "Cells", "Course", "DataLibrary", "Events", "Exchange", "Figures", "Generative", "Learning", "Markup",
        "Numerics", "Practice", "Progress", "SiteBuilder", "Terminal", "Workspace",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Fuzz", exclude: ["Inputs"], swiftSettings: strict),
    .testTarget(
      name: "EndToEnd",
      dependencies: [
        "learn", "Cells", "Course", "Events", "LearnCommands", "Markup", "Messages", "Practice", "Progress",
        "SpacedRepetition",
        "Terminal", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "FlyingFox", package: "FlyingFox"), .product(name: "FlyingSocks", package: "FlyingFox"),
      ], swiftSettings: strict),
  ]
)
