#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  @testable import Cells

  /// Where a control group can be made is read from what the kernel says of groups and mounts.
  @Suite struct MemoryGroupTests {
    @Test func versionOneHasAFolderForEachController() {
      let own = "4:memory:/user/a\n8:pids:/\n0::/\n"
      let mounts = """
        36 31 0:33 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory
        40 31 0:37 / /sys/fs/cgroup/pids rw,relatime shared:9 - cgroup cgroup rw,pids
        41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw
        """
      let place = MemoryGroup.Place.candidates(own: own, mounts: mounts).first
      #expect(place?.version == .one)
      #expect(place?.memory.path == "/sys/fs/cgroup/memory/user/a")
    }

    /// A group with processes of its own gives none of its memory to groups in it: ours lies beside it, where the one
    /// above hands on the control of memory.
    @Test func versionTwoIsMadeBesideOurs() throws {
      let folder = try TemporaryFolder()
      try folder.create("user.slice/app.slice/cgroup.subtree_control", "cpu memory pids\n")
      try folder.create("user.slice/app.slice/term.scope/cgroup.procs")
      let mounts = "30 23 0:26 / \(folder.url.path) rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n"
      let places = MemoryGroup.Place.candidates(own: "0::/user.slice/app.slice/term.scope\n", mounts: mounts)
      #expect(places.map(\.memory.path) == [folder.url.appending(path: "user.slice/app.slice").path])
      #expect(places.map(\.version) == [.two])
      try folder.create("user.slice/app.slice/cgroup.subtree_control", "cpu\n")
      #expect(MemoryGroup.Place.candidates(own: "0::/user.slice/app.slice/term.scope\n", mounts: mounts) == [])
    }

    /// In a container only a part of the hierarchy is mounted.
    @Test func aPartOfTheHierarchyIsEnough() {
      let mounts = "36 31 0:33 /docker/x /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory\n"
      let inside = MemoryGroup.Place.candidates(own: "4:memory:/docker/x/y\n", mounts: mounts)
      #expect(inside.map(\.memory.path) == ["/sys/fs/cgroup/memory/y"])
      #expect(MemoryGroup.Place.candidates(own: "4:memory:/other\n", mounts: mounts) == [])
      #expect(MemoryGroup.Place.candidates(own: "", mounts: "nonsense\n") == [])
    }

    @Test(.enabled(if: MemoryGroup.Place.find() != nil, "no control group can be made here"))
    func aGroupComesAndGoes() throws {
      let place = try #require(MemoryGroup.Place.find())
      let group = try #require(MemoryGroup(in: place, memory: 1 << 28, tasks: 10))
      let folders = group.joining.map { $0.deletingLastPathComponent().path }
      #expect(folders.allSatisfy { FileManager.default.fileExists(atPath: $0) })
      #expect(!group.wasExceeded)
      group.remove()
      #expect(folders.allSatisfy { !FileManager.default.fileExists(atPath: $0) })
    }
  }
#endif
