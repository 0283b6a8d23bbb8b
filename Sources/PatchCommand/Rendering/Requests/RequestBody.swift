import JSONPatching
import PatchProfiles

/// The body of a request: the patch, and how a command line gets it.
struct RequestBody: Sendable {
  /// How a command line gets the body.
  enum Delivery: Sendable, Equatable {
    /// It stands in the command line.
    case inline
    /// It is too long for an argument of a process.
    case standardInput
    /// It has secrets and stays in its file.
    case file(String)
    /// It has secrets, and a command line puts the patch of a file into its envelope.
    case command(String)
  }

  /// A longer text goes through standard input: some systems take little more for all arguments together.
  static let longestArgument = 32 << 10
  /// A longer text is no argument anywhere: with the zero behind it, Linux takes 128 KiB for one.
  static let longestArgumentOfLinux = (128 << 10) - 1

  /// What is sent, as JSON.
  let json: JSON
  /// What is sent if it stands in the command line, without characters that would not be seen.
  let bytes: [UInt8]
  /// What is sent, without its secrets.
  let redacted: JSON
  /// How a command line gets the body.
  let delivery: Delivery

  /// Whether the body has secrets that are not to be shown.
  var hidesSecrets: Bool {
    switch delivery {
    case .inline, .standardInput: false
    case .file, .command: true
    }
  }

  /// Makes the body of a patch.
  ///
  /// - Parameters:
  ///   - draft: The patch, as it is written in its file.
  ///   - patch: The file.
  ///   - comment: The comment to send with it.
  ///   - secrets: What must not be shown.
  ///   - arguments: The command line.
  /// - Throws: A failure where a body with secrets could only be shown.
  init(
    _ draft: PatchDraft, in patch: Input, comment: String?, hiding secrets: Secrets,
    _ arguments: Arguments
  ) throws(Failure) {
    let operations = JSON(draft.entries.map(\.json))
    let note = comment ?? draft.comment
    let members = (note.map { [("comment", JSON($0))] } ?? []) + [("patch", operations)]
    json = draft.isWrapped || comment != nil ? JSON(members: members) : operations
    bytes = json.serialized(as: .compact).visibleJSON
    redacted = secrets.masked(json)
    guard redacted != json else {
      delivery = bytes.count > Self.longestArgument ? .standardInput : .inline
      return
    }
    guard !patch.isStandardInput, !patch.name.unicodeScalars.contains(where: \.isInvisibleControl)
    else {
      throw Failure(
        usage: "the patch has secret values and no file to leave them in; show them with "
          + "'\(Flag.reveal.spelling)'", arguments)
    }
    guard let comment else {
      delivery = .file(patch.name)
      return
    }
    let words = [
      Verb.root.name, Verb.convert.name, patch.name.shellWord, Flag.target.spelling, "wrapped",
      Flag.requestComment.spelling, comment.shellQuoted,
    ]
    delivery = .command(words.joined(separator: " "))
  }
}
