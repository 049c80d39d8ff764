import Files
import Foundation
import TestSupport
import Testing

/// A folder takes the place of another one whole, or not at all.
@Suite struct FolderReplacementTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func theNewOneIsThereAndNothingElse() throws {
    try folder.create("new/a")
    let place = folder.url.appending(path: "place")
    try FolderReplacement.replace(place, by: folder.url.appending(path: "new"))
    #expect(try folder.contents() == ["place", "place/a"])
    try folder.create("new/b")
    try FolderReplacement.replace(place, by: folder.url.appending(path: "new"))
    #expect(try folder.contents() == ["place", "place/b"])
  }

  @Test func theFormerOneStandsWhereThereIsNoNewOne() throws {
    try folder.create("place/a")
    #expect(throws: (any Error).self) {
      try FolderReplacement.replace(
        folder.url.appending(path: "place"), by: folder.url.appending(path: "none"))
    }
    #expect(try folder.contents() == ["place", "place/a"])
  }
}
