// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: strict concurrency by language mode 6, explicit existentials and imports, no warnings.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Targets that also compile as Embedded Swift for wasm32 (CONTRIBUTING, "Two builds of one library").
/// `-fno-math-errno` lets `squareRoot()` vectorise; `-march=native` picks the widest vectors of this machine and
/// changes no result. `LEARN_BASELINE=1` builds for any x86-64 instead; a test compares the two to the bit.
let embeddedClean: [SwiftSetting] = {
  var flags = ["-Xcc", "-fno-math-errno"]
  #if arch(x86_64)
    if Context.environment["LEARN_BASELINE"] == nil { flags += ["-Xcc", "-march=native"] }
  #endif
  return strict + [
    .enableExperimentalFeature("Extern"), .unsafeFlags(flags),
    // A model that trains in a second would take minutes without: optimised in debug builds too.
    .unsafeFlags(["-O"], .when(configuration: .debug)),
  ]
}()

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
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
  ],
  targets: [
    // Embedded-clean: no Foundation, typed throws, no existentials of protocols.
    .target(name: "Randomness", swiftSettings: embeddedClean),
    .target(name: "Autodiff", dependencies: ["Randomness"], swiftSettings: embeddedClean),
    .target(name: "Learning", dependencies: ["Autodiff", "Randomness"], swiftSettings: embeddedClean),
    .target(name: "Generative", dependencies: ["Learning", "Autodiff", "Randomness"], swiftSettings: embeddedClean),
    .target(name: "Display", swiftSettings: embeddedClean),
    .target(name: "SpacedRepetition", dependencies: ["Randomness"], swiftSettings: embeddedClean),
    .target(name: "Scoring", dependencies: ["Randomness"], swiftSettings: embeddedClean),

    // The lesson engine.
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .target(name: "Markup", dependencies: ["CCmarkGFM"], swiftSettings: strict),
    .target(name: "Mathematics", swiftSettings: strict),
    .target(
      name: "Course",
      dependencies: ["Markup", "Mathematics", "Scoring", "Yams", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .target(name: "Figures", dependencies: ["Display", "CPNG"], swiftSettings: strict),
    .target(
      name: "CellRunner",
      dependencies: [
        "Course", "Display", "Figures", .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "Progress", dependencies: ["SpacedRepetition", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(
      name: "Practice", dependencies: ["Course", "Markup", "Scoring", "SpacedRepetition", "Progress"],
      swiftSettings: strict),
    .target(
      name: "Terminal", dependencies: ["Course", "Markup", "Mathematics", "Display", "Figures"],
      swiftSettings: strict),
    .target(
      name: "SiteBuilder",
      dependencies: [
        "Course", "Markup", "Mathematics", "Figures", "CellRunner",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: strict),
    .target(
      name: "LearnCommands",
      dependencies: [
        "Course", "CellRunner", "Display", "Figures", "Markup", "Practice", "Progress", "Scoring", "SpacedRepetition",
        "Terminal", "SiteBuilder",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(name: "learn", dependencies: ["LearnCommands"], swiftSettings: strict),
  ]
)
