extension Flag {
  /// The resource to work on.
  static let document = Flag(
    "on", value: "document", .file,
    help: "The resource as the API returned it; '-' is standard input.")

  /// The rules to judge by.
  static let profile = Flag(
    "profile", value: "profile", .profile,
    help: """
      Judge the patch by the rules of a resource: a name that 'jpatch profile list' shows, a file, \
      or 'auto' for the one that the document fits.
      """)

  /// The user's own form variables.
  static let manifest = Flag(
    "manifest", value: "file", .file,
    help: "Check the configuration by this manifest.json of the integration, not a published one.")

  /// The places whose secrets may be shown.
  static let reveal = Flag(
    "reveal", value: "pointer", .pointer,
    help: "Show the secret values at and below this place. May be given several times."
  ).repeated

  /// What goes with a profile, on every verb that takes one.
  static let judging = [profile, manifest, strict, reveal]

  /// Text for people or JSON for programs.
  static let format = Flag(
    "output", letter: "o", value: "format", .choice(["text", "json"]),
    help: "The form of the output: text or json. (default: text)")

  /// The short way to ask for JSON.
  static let json = Flag("json", help: "The same as '--output json'.")

  /// Only firm rules count.
  static let strict = Flag(
    "strict", help: "Accept only what the description of the endpoint states, not what is inferred."
  )

  /// How deep files may nest.
  static let maximumDepth = Flag(
    "max-depth", value: "number", .number(maximum: .max),
    help: "How deep documents, patches and results may nest. (default: 1024)")

  /// How long a patch may be.
  static let maximumOperations = Flag(
    "max-operations", value: "number", .number(maximum: .max),
    help: "How many operations a patch may have. (default: 100000)")

  /// How much a patch may copy.
  static let maximumCopiedBytes = Flag(
    "max-copied-bytes", value: "number", .number(maximum: .max),
    help: "How many bytes the copy operations of a patch may copy together. (default: 32 MiB)")

  /// How large a patch may make a document.
  static let maximumResultBytes = Flag(
    "max-result-bytes", value: "number", .number(maximum: .max),
    help: "How many bytes the patched document may have. (default: 256 MiB)")

  /// What keeps a small patch from great harm, on every verb that performs patches.
  static let limits = [maximumDepth, maximumOperations, maximumCopiedBytes, maximumResultBytes]

  /// How many diagnostics to show.
  static let maximumErrors = Flag(
    "max-errors", value: "number", .number(maximum: 1_000_000),
    help: "Show at most so many problems of a kind in each file; 0 shows all. (default: 20)")

  /// The document file is changed.
  static let inPlace = Flag(
    "in-place", letter: "i",
    help: """
      Replace the document's file, atomically, instead of printing it. It keeps its permissions, \
      and its owner where files may be given away.
      """)

  /// The old document is kept.
  static let backup = Flag(
    "backup", help: "With --in-place, keep the old document beside it with the suffix '.orig'.")

  /// Where the document goes.
  static let outputFile = Flag(
    "output", letter: "o", value: "file", .file,
    help: "Write the document to a file; '-' is standard output, the default.")

  /// No white space.
  static let compact = Flag("compact", letter: "c", help: "Write the document without white space.")

  /// White space of our own.
  static let indent = Flag(
    "indent", value: "width", .number(maximum: 16),
    help: "Lay the document out anew, with so many spaces for each level.")

  /// Members by name.
  static let sortKeys = Flag(
    "sort-keys", letter: "S", help: "Sort the members of all objects by name.")

  /// When to use colour.
  static let color = Flag(
    "color", value: "when", .choice(["auto", "always", "never"]),
    help: "Use colour: auto, always or never. (default: auto)")

  /// Symbols within ASCII.
  static let ascii = Flag("ascii", help: "Use no symbols beyond ASCII.")

  /// No talk.
  static let quiet = Flag(
    "quiet", letter: "q", help: "Print no notes and no warnings on standard error.")

  /// No tree.
  static let brief = Flag("brief", help: "Show the operations and the verdict only.")

  /// Values are not shortened.
  static let full = Flag("full", help: "Show long values whole instead of shortening them.")

  /// Nothing but the version.
  static let version = Flag("version", help: "Show the version.")

  /// Understood everywhere.
  static let help = Flag("help", letter: "h", help: "Show help information.")

  /// The options of every verb that does something.
  static let common: [Flag] = [.color, .ascii, .quiet, .help]
}
