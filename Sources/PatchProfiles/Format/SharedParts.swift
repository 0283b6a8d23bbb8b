internal import JSONPatching

/// What the profiles of one API have in common: sources, types, rules and statements about every
/// request.
///
/// A profile takes it over with `extends`. What of it the profile does not use is left out, and what
/// the profile declares itself goes first, so that the result is a profile like any other.
struct SharedParts: Sendable {
  /// The value of `extends`.
  let name: String
  /// An object with `asOf`, `sources`, `types`, `rules`, `endpoint`, `operations` and `envelope` as a
  /// profile has them.
  let value: JSON

  /// Every collection of shared parts.
  private static let all: [SharedParts] = [.launchDarkly]

  /// Reads parts that come with the library.
  ///
  /// - Precondition: The text is JSON; a test reads all profiles that extend the parts.
  init(name: String, builtIn text: String) {
    self.name = name
    do {
      value = try JSON(parsing: text)
    } catch {
      preconditionFailure("the shared parts are not readable: \(error)")
    }
  }

  /// The members of the parts that a profile names.
  static func fields(_ node: ProfileNode) throws(PatchProfileError) -> ProfileFields {
    let name = try node.string()
    guard let parts = all.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
      throw node.error(
        .nameUnknown, "there are no shared parts \"\(name)\"",
        help: "there are \(all.map(\.name).enumeration)")
    }
    let object = ProfileNode(value: parts.value, label: .member(parts.name))
    return ProfileFields(node: object, entries: try object.entries())
  }
}

/// The members of a profile together with those of the parts that it extends.
struct ExtendedFields {
  /// The members of the profile itself.
  let own: ProfileFields
  /// The members of the parts, if the profile extends any.
  let shared: ProfileFields?

  init(_ own: ProfileFields) throws(PatchProfileError) {
    self.own = own
    guard let node = own["extends"] else {
      shared = nil
      return
    }
    shared = try SharedParts.fields(node)
    // Where a shared source has no origin, it stands on the page of the request.
    _ = try own.required("reference")
  }

  /// A member of the profile or else of the parts.
  subscript(name: String) -> ProfileNode? { own[name] ?? shared?[name] }

  /// The entries of the parts under a member, without those that the profile declares itself.
  func sharedEntries(
    _ name: String
  ) throws(PatchProfileError) -> [(name: String, node: ProfileNode)] {
    let declared = own[name]?.value
    return try (shared?[name]?.entries() ?? []).filter { declared?[$0.name] == nil }
  }
}

extension PatchProfile.ValueType {
  /// The named types that the type is made of, those within named types included.
  var namedTypes: [PatchProfile.NamedType] {
    switch form {
    case .any, .kind, .integer, .text, .choice: []
    case .elements(let type), .map(let type), .optional(let type): type.namedTypes
    case .members(let members): members.types.flatMap(\.type.namedTypes)
    case .named(let named): [named] + named.type.namedTypes
    }
  }
}
