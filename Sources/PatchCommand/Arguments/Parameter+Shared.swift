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
