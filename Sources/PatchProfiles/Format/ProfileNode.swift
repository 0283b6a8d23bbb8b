internal import JSONPatching

/// A value of a profile's text, with the name that messages call it by.
///
/// All reading of profiles goes through nodes, so that every mistake is reported with its line and
/// column.
struct ProfileNode {
  let value: JSON
  /// What messages call the value.
  let label: Label

  /// What messages call a value; made into words only when there is a message.
  indirect enum Label: CustomStringConvertible {
    case whole(String)
    case member(String)
    case element(Label)

    var description: String {
      switch self {
      case .whole(let noun): noun
      case .member(let name): "\"\(name)\""
      case .element(let array): "an element of \(array)"
      }
    }
  }

  /// An error at this value.
  func error(
    _ code: PatchProfileError.Code, _ message: String, help: String? = nil
  ) -> PatchProfileError {
    PatchProfileError(
      code: code, message: message, help: help, position: value.sourceRange?.start)
  }

  /// An error about the kind of the value.
  private func expected(_ noun: String) -> PatchProfileError {
    error(.valueKind, "\(label) must be \(noun), not \(value.kind.noun)")
  }
}

/// Scalars.
extension ProfileNode {
  func string() throws(PatchProfileError) -> String {
    guard let string = value.string else { throw expected("a string") }
    return string
  }

  func bool() throws(PatchProfileError) -> Bool {
    guard let bool = value.bool else { throw expected("true or false") }
    return bool
  }

  /// A number of things.
  func count() throws(PatchProfileError) -> Int {
    guard let int = value.int, int >= 0 else {
      throw expected("a whole number that is not negative")
    }
    return int
  }

  /// One of the cases of an enumeration.
  func choice<Choice>(
    _ type: Choice.Type = Choice.self
  ) throws(PatchProfileError) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    let text = try string()
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    let nearest = Spelling.nearest(to: text, among: known)
    throw error(
      .valueUnknown, "\(label) cannot be \"\(text)\"",
      help: nearest.map { "did you mean \"\($0)\"?" } ?? "it is one of \(known.alternatives)")
  }

  func pointer() throws(PatchProfileError) -> JSONPointer {
    let text = try string()
    do { return try JSONPointer(text) } catch {
      throw self.error(.patternSyntax, "\(label) is not a JSON Pointer: \(error.message)")
    }
  }

  func pattern() throws(PatchProfileError) -> PathPattern {
    let text = try string()
    do { return try PathPattern(text) } catch {
      throw self.error(.patternSyntax, "\(label) \"\(text)\": \(error.message)", help: error.help)
    }
  }
}

/// Containers.
extension ProfileNode {
  func elements() throws(PatchProfileError) -> [ProfileNode] {
    guard let array = value.array else { throw expected("an array") }
    let label = Label.element(label)
    return array.map { ProfileNode(value: $0, label: label) }
  }

  func strings() throws(PatchProfileError) -> [String] {
    try elements().map { node throws(PatchProfileError) in try node.string() }
  }

  /// The members of an object whose member names are data.
  func entries() throws(PatchProfileError) -> [(name: String, node: ProfileNode)] {
    guard let object = value.object else { throw expected("an object") }
    return object.map { ($0.name, ProfileNode(value: $0.value, label: .member($0.name))) }
  }

  /// The members of an object whose member names are part of the format.
  ///
  /// - Throws: An error for the first member that is not known.
  func fields(_ known: String...) throws(PatchProfileError) -> ProfileFields {
    let entries = try entries()
    for (name, _) in entries
    where !known.contains(where: name.isSpelled) {
      let nearest = Spelling.nearest(to: name, among: known)
      throw PatchProfileError(
        code: .memberUnknown, message: "\(label) has no member \"\(name)\"",
        help: nearest.map { "did you mean \"\($0)\"?" } ?? "its members are \(known.enumeration)",
        position: value.sourceRange(ofMemberNamed: name)?.start)
    }
    return ProfileFields(node: self, entries: entries)
  }
}

extension ProfileNode {
  /// Reads a text in which no member may stand twice.
  init(parsing bytes: [UInt8], label: Label) throws(PatchProfileError) {
    do {
      let value = try JSON(parsing: bytes, options: .init(duplicateMembers: .reject))
      self.init(value: value, label: label)
    } catch {
      throw PatchProfileError(
        code: error.code == .duplicateMember ? .duplicateMember : .jsonSyntax,
        message: error.message, help: error.help, position: error.position)
    }
  }

  /// The members of an object that others define and may extend.
  func anyFields() throws(PatchProfileError) -> ProfileFields {
    ProfileFields(node: self, entries: try entries())
  }
}

/// The members of an object of the format.
struct ProfileFields {
  let node: ProfileNode
  let entries: [(name: String, node: ProfileNode)]

  /// A member that may be left out.
  subscript(name: String) -> ProfileNode? {
    entries.first { name.isSpelled($0.name) }?.node
  }

  /// A member that has to be there.
  func required(_ name: String) throws(PatchProfileError) -> ProfileNode {
    guard let field = self[name] else {
      throw node.error(.memberMissing, "\(node.label) has no \"\(name)\"", help: "add it")
    }
    return field
  }
}

extension String {
  /// Whether two names have the same bytes; most names differ in their length already.
  fileprivate func isSpelled(_ other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }
}
