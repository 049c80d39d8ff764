import Files

/// The ids under which progress in courses is kept: bound to their folders when they are first used. What is in the
/// learner's own folder decides, and not what a course says of itself.
package struct CourseBindings: Codable, Equatable {
  /// A course as it names itself, and where it lies.
  package struct Named: Equatable {
    package var folder: FolderPath
    /// The id in its course.yml; `nil` where there is none.
    package var id: String?
    package var title: String

    package init(folder: FolderPath, id: String?, title: String) {
      self.folder = folder
      self.id = id
      self.title = title
    }
  }

  /// A folder, and the id under which the progress in its course is kept.
  package struct Binding: Codable, Equatable {
    package var folder: FolderPath
    package var title: String
    /// The id that the course gave itself; `nil` where it had none.
    package var claim: String?
    package var id: String
    /// Whether the learner has yet to say if it is the course of another folder. Until then it is not.
    package var isOpen = false
    /// The ids that it brought along when the learner said that it is another folder's course, its own the last.
    package var joined: [String]?
  }

  /// The other course that a folder's course may be.
  package enum Other: Equatable {
    /// The course that came with learn, whose id it has.
    case bundled
    /// The course in this folder, whose id it has.
    case claimed(folder: FolderPath)
    /// The course that was in this folder, which is gone. It had the same title, and neither has an id.
    case gone(folder: FolderPath)
  }

  /// The version of the file's form.
  package static let version = 1

  package var version = Self.version
  package var bindings: [Binding] = []
  /// Courses for which that counts which was answered before events had a course: the bundled one, and those that were
  /// known then.
  package var heirs: [String] = []
  /// The other ids that each course had, under which something may be kept.
  package var former: [String: [String]] = [:]

  /// The id of the bundled course where its course.yml has none.
  package static let bundledID = "generative-models"

  /// An id for a course that has none, or whose own is another's. None in a course.yml has a point in it.
  ///
  /// - Parameter title: of a course that has none: the first of its title has the same id on every machine, so that a
  ///   backup or an export of its progress counts there, too.
  private func newID(title: String? = nil) -> String {
    if let title {
      let id = "course." + SHA256(of: title).digest.prefix(16).hexadecimal
      if !bindings.contains(where: { $0.id == id || $0.joined?.contains(id) == true }),
        !former.values.joined().contains(id)
      {
        return id
      }
    }
    return "course." + (0..<16).map { _ in UInt8.random(in: 0...255) }.hexadecimal
  }
}

extension CourseBindings {
  /// Binds the course where it is not bound yet.
  ///
  /// - Parameters:
  ///   - bundled: the course that came with learn.
  ///   - isCourse: whether there is a course in a folder.
  /// - Returns: the id, and with whose course it may be one, where that is for the learner to say.
  package mutating func bind(
    _ course: Named, bundled: Named?, isCourse: (FolderPath) -> Bool
  ) -> (id: String, other: Other?) {
    if let bundled, course.folder == bundled.folder { return (bindBundled(bundled), nil) }
    let other = other(course, bundled, isCourse)
    let index: Int
    if let known = self.index(of: course) {
      index = known
      if bindings[index].claim == nil, let claim = course.id {
        // Its author has given it an id: in the same folder it is the same course.
        bindings[index].claim = claim
        if other == nil { rename(index, to: claim) } else { bindings[index].isOpen = true }
      }
    } else {
      index = bindings.endIndex
      let id = other == nil ? course.id ?? newID(title: course.title) : newID()
      bindings.append(
        Binding(folder: course.folder, title: course.title, claim: course.id, id: id, isOpen: other != nil))
    }
    bindings[index].title = course.title
    // The folder that was gone may be there again.
    if other == nil { bindings[index].isOpen = false }
    return (bindings[index].id, bindings[index].isOpen ? other : nil)
  }

  /// Binds a course as the learner says: to the other course, which was moved or copied, or as one of its own.
  ///
  /// - Returns: with whose course it is one from now on; `nil` where it is apart, or there is none that it could be.
  @discardableResult
  package mutating func decide(
    _ course: Named, isSame: Bool, bundled: Named?, isCourse: (FolderPath) -> Bool
  ) -> Other? {
    _ = bind(course, bundled: bundled, isCourse: isCourse)
    // Moves bindings about: before the one is looked for.
    let bundledID = bundled.map { bindBundled($0) } ?? Self.bundledID
    guard let index = index(of: course) else { return nil }
    let other = other(course, bundled, isCourse)
    bindings[index].isOpen = false
    guard isSame else {
      if takeBack(index) { return nil }
      let isShared = bindings.indices.contains { $0 != index && bindings[$0].id == bindings[index].id }
      if isShared || bindings[index].id == bundled?.id { bindings[index].id = newID() }
      return nil
    }
    switch other {
    case .bundled?: join(index, to: bundledID)
    case .claimed(let folder)?, .gone(let folder)?:
      if let id = bindings.last(where: { $0.folder == folder && (course.id == nil || $0.id == course.id) })?.id {
        join(index, to: id)
        // A course that is put there later is another one.
        if !isCourse(folder) { bindings.removeAll { $0.folder == folder } }
      }
    case nil: break
    }
    return other
  }

  /// The courses of before events had one, as they lie there now: what was answered then counts for them.
  package static func migrated(_ known: [Named], bundled: Named?, isCourse: (FolderPath) -> Bool) -> CourseBindings {
    var bindings = CourseBindings()
    for course in known where course.folder != bundled?.folder {
      bindings.heirs.append(bindings.bind(course, bundled: bundled, isCourse: isCourse).id)
    }
    return bindings
  }

  /// Binds the bundled course, whatever its folder, and whatever another one calls itself.
  private mutating func bindBundled(_ bundled: Named) -> String {
    let id = bundled.id ?? Self.bundledID
    if !heirs.contains(id) { heirs.append(id) }
    let binding = Binding(folder: bundled.folder, title: bundled.title, claim: bundled.id, id: id)
    if !bindings.contains(binding) {
      bindings.removeAll { $0.folder == bundled.folder }
      bindings.append(binding)
    }
    return id
  }

  private func index(of course: Named) -> Int? {
    let here = bindings.indices.filter { bindings[$0].folder == course.folder }
    // One that has lost its id, as on another branch of its author's, is bound to its folder all the same.
    guard let claim = course.id else { return here.first { bindings[$0].claim == nil } ?? here.last }
    return here.first { bindings[$0].claim == claim } ?? here.first { bindings[$0].claim == nil }
  }

  private func other(_ course: Named, _ bundled: Named?, _ isCourse: (FolderPath) -> Bool) -> Other? {
    guard let claim = course.id else {
      let gone = bindings.last {
        $0.claim == nil && $0.folder != course.folder && $0.title == course.title && !isCourse($0.folder)
      }
      return gone.map { .gone(folder: $0.folder) }
    }
    if let bundled, claim == bundled.id ?? Self.bundledID { return .bundled }
    return bindings.first { $0.id == claim && $0.folder != course.folder }.map { .claimed(folder: $0.folder) }
  }

  /// The learner says that it is the course of that id, and may say otherwise later.
  private mutating func join(_ index: Int, to id: String) {
    let before = bindings[index].id
    guard before != id else { return }
    let ids = (former[before] ?? []) + [before]
    rename(index, to: id)
    // Where another folder goes on under the id of before, nothing came along.
    bindings[index].joined = former[id]?.contains(before) == true ? ids : [before]
  }

  /// Takes apart again what was joined, with what was kept for it before. Returns `false` where nothing was.
  private mutating func takeBack(_ index: Int) -> Bool {
    guard let joined = bindings[index].joined, let own = joined.last else { return false }
    let id = bindings[index].id
    former[id]?.removeAll(where: joined.contains)
    if former[id]?.isEmpty == true { former[id] = nil }
    if joined.count > 1 { former[own] = joined.dropLast() }
    bindings[index].id = own
    bindings[index].joined = nil
    return true
  }

  /// Gives a course a new id. What was kept under the one before counts under the new one.
  private mutating func rename(_ index: Int, to id: String) {
    let before = bindings[index].id
    guard before != id else { return }
    bindings[index].id = id
    // Another folder that shares the id of before goes on under it.
    if !bindings.contains(where: { $0.id == before }) {
      former[id, default: []] += (former.removeValue(forKey: before) ?? []) + [before]
    }
    if heirs.contains(before), !heirs.contains(id) { heirs.append(id) }
  }
}
