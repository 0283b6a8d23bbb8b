/// The verbs that make patches of documents and of other patches.
extension Verb {
  static let diff = Verb(
    name: "diff",
    abstract: "Make the patch that leads from one document to another.",
    examples: [
      Example("jpatch diff old.json new.json", "Print the smallest patch."),
      Example(
        "jpatch diff old.json new.json --profile flag-import-configuration",
        "Print a patch of only what may be changed, and say what is left out."),
    ],
    discussion: [
      """
      The exit status is 0 if the documents are the same, 1 if they differ and 2 for trouble. The \
      output is a valid patch even then when there is nothing to do: an empty one. Applied to the \
      old document it gives the new one.
      """,
      """
      With a profile it gives the new document wherever the profile lets it be changed, and the \
      old one elsewhere; the profile accepts it, always. The differences that are left out are \
      reported on standard error; with '--skipped fail' they are trouble, and with '--skipped \
      hide' they do not count. A patch with a secret in it is printed only with '--reveal'.
      """,
      """
      For 'git diff', write '*.json diff=jpatch' into .gitattributes and run: git config \
      diff.jpatch.command 'jpatch diff --git-driver'. For 'git difftool', give the same command \
      to --extcmd.
      """,
    ],
    parameters: [.oldDocument, .newDocument, .gitArguments],
    flags: Flag.judging + [
      .skipped, .minimize, .moves, .copies, .matchKey, .guards,
      .appendDash,
      .differenceFormat, .json, .gitDriver, .maximumDepth,
    ],
    contradictions: [["git-driver", "output"], ["git-driver", "json"]],
    action: DiffVerb.perform)

  static let invert = Verb(
    name: "invert",
    abstract: "Make the patch that takes another patch back.",
    examples: [
      Example("jpatch invert patch.json --on delivery.json", "How could this patch be undone?")
    ],
    discussion: [
      """
      The document is the one before the patch: only it knows what the patch removes and \
      replaces. Members come back in their order, for which others are removed and added again; \
      with a profile or '--any-order' a member that comes back is the last one of its object.
      """,
      """
      The tests of the patch that hold after it too come first. With '--tests values' each \
      operation guards itself as well; that a member is not there cannot be tested (RFC 6902). \
      With a profile no secret is tested, and an inverse with a secret in it is printed only with \
      '--reveal'.
      """,
    ],
    parameters: [.patch],
    flags: [.document.required] + Flag.judging + [.inverseGuards, .anyOrder] + Flag.limits,
    action: InvertVerb.perform)

  static let convert = Verb(
    name: "convert",
    abstract:
      "Turn a JSON Patch into a merge patch (RFC 7396) or back, or put it into an envelope.",
    examples: [
      Example(
        "jpatch convert patch.json --to merge --on delivery.json",
        "Say the same as a merge patch, and say what is lost."),
      Example(
        "jpatch convert merge.json --to patch --on delivery.json", "Say the same as a JSON Patch."),
      Example(
        "jpatch convert patch.json --to wrapped --comment Rename",
        "Add a comment, as LaunchDarkly takes it."),
    ],
    discussion: [
      """
      A merge patch replaces arrays as a whole, tests nothing, and cannot set a member to null: a \
      patch that does is not converted.
      """,
      """
      With a profile the patch must be one that the profile accepts, before and after. A patch with \
      a secret in it is printed only with '--reveal'.
      """,
    ],
    parameters: [.anyPatch],
    flags: [.target.required, .document] + Flag.judging + [.comment] + Flag.limits,
    action: ConvertVerb.perform)
}

extension Parameter {
  static let oldDocument = Parameter(
    "old", .file, help: "The document before; '-' is standard input.")

  static let newDocument = Parameter(
    "new", .file, .optional, help: "The document after; '-' is standard input.")

  static let gitArguments = Parameter(
    "git", .file, .any, help: "With --git-driver, what else git passes on.")

  static let optionalPatch = Parameter(
    "patch", .file, .optional,
    help: "The patch, a JSON array of operations; '-' is standard input.")

  static let anyPatch = Parameter(
    "patch", .file, help: "The JSON Patch or merge patch; '-' is standard input.")
}

extension Flag {
  static let skipped = Flag(
    "skipped", value: "what", .choice(["report", "fail", "hide"]),
    help: "What to do about differences that the profile rules out: report, fail or hide. "
      + "(default: report)")

  static let minimize = Flag(
    "minimize", value: "what", .choice(["bytes", "ops"]),
    help: "What there is to be as little of as possible: bytes or ops. (default: bytes)")

  static let moves = Flag("moves", help: "Move values instead of removing and adding them.")

  static let copies = Flag("copies", help: "Copy values that are there already.")

  static let matchKey = Flag(
    "match-key", value: "name", .text,
    help: "Elements with the same value of this member are the same element; '/list/*/id' is for "
      + "the elements of one array only. May be given several times."
  ).repeated

  static let guards = Flag(
    "tests", value: "which", .choice(["none", "version", "values"]),
    help: "Guard the patch by tests: of no value, of the version, or of each value before it is "
      + "changed. (default: none)")

  static let appendDash = Flag(
    "append-dash", help: "Write '-' for the index of an element that is added at the end.")

  static let differenceFormat = Flag(
    "output", letter: "o", value: "format", .choice(["patch", "merge", "unified", "json"]),
    help: "The form of the output: patch, merge (RFC 7396), unified (lines, for people) or json "
      + "(a report, for programs). (default: patch)")

  static let gitDriver = Flag(
    "git-driver",
    help: "Work for git: take its arguments, print the lines that differ, end with 0.")

  static let inverseGuards = Flag(
    "tests", value: "which", .choice(["none", "own", "values"]),
    help: "The tests of the inverse: none, own (those of the patch that hold after it) or values "
      + "(also one of each value that is taken back). (default: own)")

  static let anyOrder = Flag(
    "any-order", help: "Let members come back as the last ones of their objects.")

  static let target = Flag(
    "to", value: "form", .choice(["patch", "merge", "wrapped", "bare"]),
    help: "The form to make: patch (of a merge patch), merge, wrapped (in an envelope) or bare.")

  static let comment = Flag(
    "comment", value: "text", .text, help: "With '--to wrapped', the comment.")

  static let patches = Flag(
    "patch", letter: "p", value: "file", .file,
    help: "A patch to apply; of several each is applied to what the one before leaves."
  ).repeated

  static let merge = Flag("merge", help: "Take each patch for a merge patch (RFC 7396).")
}
