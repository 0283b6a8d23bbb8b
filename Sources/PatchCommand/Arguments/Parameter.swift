/// An argument without a dash, known by its place, as the command table declares it.
struct Parameter: Sendable {
  /// How many arguments it stands for.
  enum Count: Sendable {
    case one
    case optional
    case any
    case many
  }

  /// What stands for it in help.
  let label: String
  /// Which texts are acceptable.
  let kind: ValueKind
  /// How many arguments it stands for.
  let count: Count
  /// A sentence that says what it is.
  let help: String

  init(_ label: String, _ kind: ValueKind, _ count: Count = .one, help: String) {
    self.label = label
    self.kind = kind
    self.count = count
    self.help = help
  }

  /// The verb cannot work without it.
  var isRequired: Bool { count == .one || count == .many }

  /// It stands for all arguments from its place on.
  var isRepeated: Bool { count == .any || count == .many }

  /// The parameter as the line of usage shows it.
  var usage: String {
    switch count {
    case .one: "<\(label)>"
    case .optional: "[<\(label)>]"
    case .any: "[<\(label)> ...]"
    case .many: "<\(label)> ..."
    }
  }
}

extension Parameter {
  /// The patch to work with.
  static let patch = Parameter(
    "patch", .file, help: "The patch, a JSON array of operations; '-' is standard input.")

  /// The patches to check.
  static let patches = Parameter(
    "patch", .file, .many, help: "The patches to check; '-' is standard input.")

  /// A place in the document.
  static let pointer = Parameter(
    "pointer", .pointer, help: "A JSON Pointer, such as /tags/0; '' is the whole document.")

  /// A place in the resource, if one is of interest.
  static let optionalPointer = Parameter(
    "pointer", .pointer, .optional, help: "A JSON Pointer, such as /tags/0.")

  /// The profile to show.
  static let profileName = Parameter(
    "name", .profile,
    help: "A profile's name, of which 'jpatch profile list' shows all, or its file.")

  /// The verb to explain.
  static let verbs = Parameter(
    "subcommand", .verb, .any, help: "The subcommand, the code, or 'codes' for all of them.")
}
