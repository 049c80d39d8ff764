import Files
import Foundation
import TestSupport
import Testing

@Suite struct PermissionMendingTests {
  /// Folders and files as a umask of 022 leaves them, and some things besides.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let files = FileManager.default
    try files.createDirectory(at: folder.url.appending(path: "home/data/set"), withIntermediateDirectories: true)
    try files.createDirectory(at: folder.url.appending(path: "elsewhere"), withIntermediateDirectories: true)
    for path in ["home/progress", "home/data/set/file", "home/program", "elsewhere/page", "home/own"] {
      try Data().write(to: folder.url.appending(path: path))
    }
    for path in ["home", "home/data", "home/data/set", "elsewhere", "home/program"] { folder.set(path, 0o755) }
    for path in ["home/progress", "home/data/set/file", "elsewhere/page"] { folder.set(path, 0o644) }
    folder.set("home/own", 0o600)
    try files.createSymbolicLink(
      at: folder.url.appending(path: "home/link"), withDestinationURL: folder.url.appending(path: "elsewhere"))
    try files.createSymbolicLink(
      at: folder.url.appending(path: "home/page"), withDestinationURL: folder.url.appending(path: "elsewhere/page"))
    mkfifo(folder.url.appending(path: "home/pipe").path, 0o666)
    return folder
  }

  @Test func whatOthersCouldReadIsMendedAndCounted() throws {
    let folder = try folder()
    var mending = PermissionMending()
    mending.mend(folder.url.appending(path: "home", directoryHint: .isDirectory))
    #expect((mending.folders, mending.files) == (3, 3))
    #expect(mending.failed == [])
    for path in ["home", "home/data", "home/data/set", "home/program"] { #expect(try folder.mode(path) == 0o700) }
    for path in ["home/progress", "home/data/set/file", "home/own"] { #expect(try folder.mode(path) == 0o600) }
    #expect(try folder.mode("elsewhere") == 0o755, "a link is not followed")
    #expect(try folder.mode("elsewhere/page") == 0o644)
    var again = PermissionMending()
    again.mend(folder.url.appending(path: "home"))
    again.mend(folder.url.appending(path: "absent"))
    #expect(again == PermissionMending())
  }

  @Test func aLinkInThePlaceOfTheFolderIsNotFollowed() throws {
    let folder = try folder()
    var mending = PermissionMending()
    mending.mend(folder.url.appending(path: "home/link", directoryHint: .isDirectory))
    #expect(mending == PermissionMending())
    #expect(try folder.mode("elsewhere") == 0o755)
  }

  @Test func theFolderAloneWhereTheRestIsNotOurs() throws {
    let folder = try folder()
    var mending = PermissionMending()
    mending.mend(folder.url.appending(path: "home"), isDeep: false)
    #expect((mending.folders, mending.files) == (1, 0))
    #expect(try folder.mode("home/progress") == 0o644)
  }

  @Test func whatLendsRightsIsMendedAndWhatEverybodySharesStays() throws {
    let folder = try folder()
    folder.set("home/program", 0o4700)
    folder.set("elsewhere", 0o1777)
    var mending = PermissionMending()
    mending.mend(folder.url.appending(path: "home/program"))
    mending.mend(folder.url.appending(path: "elsewhere"), isDeep: false)
    #expect(try folder.mode("home/program") == 0o700)
    #expect(try folder.mode("elsewhere") == 0o1777)
  }

  /// A name need not be UTF-8, and nesting is for whoever wrote there to choose.
  @Test func strangeNamesAndDeepNesting() throws {
    let folder = try folder()
    let home = folder.url.appending(path: "home").path
    for number in 0..<100 { mkdir(home + String(repeating: "/n", count: number + 1), 0o755) }
    let name: [CChar] = home.utf8CString.dropLast() + [47, -1, -2, 0]
    close(open(name, O_CREAT | O_WRONLY, 0o644))
    chmod(name, 0o644)
    var mending = PermissionMending()
    mending.mend(folder.url.appending(path: "home"))
    #expect(mending.failed == [])
    var information = stat()
    #expect(lstat(name, &information) == 0 && information.st_mode & 0o777 == 0o600)
    #expect(try folder.mode("home/n/n/n") == 0o700)
  }
}
