import JSONPatching
import PatchProfiles

/// The profile to judge by, as the option `--profile` chooses it.
///
/// `--profile auto` leaves the choice to the document, which is read first.
struct ProfileChoice: Sendable {
  /// The word that leaves the choice to the document.
  static let automatic = "auto"

  /// The profile; `nil` where none was asked for, and before the document has decided.
  private(set) var profile: PatchProfile?
  /// Why the profile was taken, if the document decided.
  private(set) var grounds: PatchProfile.Recognition.Grounds?
  private let isAutomatic: Bool
  /// The places whose secrets the user wants to see.
  private let revealed: [JSONPointer]
  /// The user's own form variables.
  private let manifest: Input?
  private let context: Context

  init(_ arguments: Arguments, _ context: Context) throws(Failure) {
    isAutomatic = arguments[.profile]?.hasSameBytes(as: Self.automatic) ?? false
    var revealed: [JSONPointer] = []
    for text in arguments.values(of: .reveal) { revealed.append(try arguments.pointer(text)) }
    self.revealed = revealed
    self.context = context
    manifest =
      if let name = arguments[.manifest] { try context.read(name, for: arguments) } else { nil }
    if isAutomatic { return }
    profile = try arguments.profile(context)
    try adapt(arguments)
  }

  /// Gives the profile what the user adds to it.
  private mutating func adapt(_ arguments: Arguments) throws(Failure) {
    guard var profile else {
      for flag in [Flag.manifest, .reveal] where arguments.has(flag) {
        throw Failure(usage: "option '\(flag.spelling)' needs '--profile <profile>'", arguments)
      }
      return
    }
    profile = profile.revealing(revealed)
    if let manifest {
      do {
        profile = try profile.applying(manifest: manifest.bytes)
      } catch {
        throw .profile(error, in: manifest, context)
      }
    }
    self.profile = profile
  }

  /// Whether lines of the files may have secrets, so that they are not shown where they cannot be
  /// understood.
  var hidesText: Bool { isAutomatic || profile?.hasSecrets ?? false }

  /// Lets the document decide, if that is what was asked for.
  mutating func decide(by document: JSON?, _ arguments: Arguments) throws(Failure) {
    guard isAutomatic else { return }
    guard let document else {
      throw Failure(usage: "option '--profile auto' needs '--on <document>'", arguments)
    }
    let candidates = PatchProfile.recognizing(document).candidates
    guard candidates.count == 1 else {
      let list = "'\(Verb.root.name) \(Verb.profile.name) \(Verb.profileList.name)'"
      let names = candidates.map(\.profile.name).joined(separator: ", ")
      throw Failure(
        usage: candidates.isEmpty
          ? "the document is not recognised as any resource; name its profile, \(list) shows them"
          : "the document fits several profiles; name one of \(names)", arguments)
    }
    profile = candidates[0].profile
    grounds = candidates[0].grounds
    try adapt(arguments)
  }

  /// The profile as it can be named on a command line again.
  func argument(_ arguments: Arguments) -> String? {
    isAutomatic ? profile?.name : arguments[.profile].map { Input(name: $0, bytes: []).argument }
  }

  /// The lines that say which profile the document decided for, and why.
  func remark(_ styling: Styling) -> [String] {
    guard let profile, let grounds else { return [] }
    let text = "profile '\(profile.name)' was taken for the document: \(grounds)."
    return styling.remark("note:", .faint, text)
  }
}
