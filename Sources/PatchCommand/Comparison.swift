import JSONPatching
import PatchProfiles

/// Two documents, and the patch that leads from one to the other.
struct Comparison: Sendable {
  /// The document before.
  let old: JSON
  /// The document after.
  let new: JSON
  /// The profile that the user asked for.
  let profile: PatchProfile?
  /// The patch.
  let patch: JSONPatch
  /// What the profile rules out.
  let omissions: [PatchProfile.Difference.Omission]
  /// What keeps secrets out of sight.
  let redaction: Redaction

  /// Compares documents by the options of a command line.
  init(
    from old: JSON, to new: JSON, by profile: PatchProfile?, _ arguments: Arguments
  ) throws(Failure) {
    let options = try arguments.differenceOptions()
    self.profile = profile
    (self.old, self.new) = (old, new)
    guard let profile else {
      patch = new.difference(from: old, options: options)
      omissions = []
      redaction = Redaction(Secrets())
      return
    }
    let difference = profile.difference(
      from: old, to: new, options: options, isStrict: arguments.has(.strict))
    patch = difference.patch
    omissions = difference.omissions
    redaction = Redaction(difference.secrets)
  }

  /// The old document after the patch: without a profile, the new one in the order and the spelling of the old one.
  func result() throws(Failure) -> JSON {
    do {
      return try old.applying(patch, limits: .unlimited)
    } catch {
      throw Failure(.trouble, error.code, error.message)
    }
  }

  /// Refuses to print a secret; to a program that asks whether documents differ, that is trouble.
  func checkExposure(of output: JSON) throws(Failure) {
    try redaction.checkExposure(of: output, doing: patch, status: .trouble)
  }

  /// A document without its secrets.
  func redact(_ document: JSON, comparedTo old: JSON? = nil) -> JSON {
    redaction.redact(
      document, at: .root, places: profile?.sensitivePointers(in: document) ?? [], comparedTo: old)
  }
}

extension Arguments {
  /// What the patch may be made of.
  fileprivate func differenceOptions() throws(Failure) -> JSONPatch.DifferenceOptions {
    var options = JSONPatch.DifferenceOptions()
    if self[.minimize]?.hasSameBytes(as: "ops") == true { options.minimize = .operations }
    options.moves = has(.moves)
    options.copies = has(.copies)
    switch self[.guards] {
    case "version": options.tests = .version
    case "values": options.tests = .values
    default: options.tests = .none
    }
    options.appendsWithDash = has(.appendDash)
    for text in values(of: .matchKey) { options.arrayIdentity.append(try identity(text)) }
    return options
  }

  /// Reads the name of a member, or a pointer to the members of that name in the elements of an array.
  private func identity(
    _ text: String
  ) throws(Failure) -> JSONPatch.DifferenceOptions.ArrayIdentity {
    guard text.hasBytePrefix("/") else { return .init(member: text) }
    let tokens = try pointer(text).tokens
    guard let name = tokens.last, tokens.dropLast().last?.hasSameBytes(as: "*") == true
    else {
      throw Failure(
        usage: "option '--match-key' takes a name, or a pointer such as '/list/*/id'", self)
    }
    let array = JSONPointer(tokens: tokens.dropLast(2))
    return .init(member: name, in: JSONPointer.Pattern(array))
  }
}
