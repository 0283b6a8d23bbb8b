import JSONPatching
import PatchProfiles
import TestSupport

extension RuledPatch {
  /// Reads a profile, a document and a patch from the bytes that a fuzzer makes up.
  ///
  /// Two texts with a line `---` between them are a resource of LaunchDarkly and a patch. All other
  /// bytes are decisions: on one of the resources in the fixtures and operations that fit it, or on
  /// rules, document and patch at once.
  init?(fuzzing bytes: [UInt8]) {
    var choices = ByteChoices(bytes)
    let limits = PatchInput.limits
    if let texts = PatchInput.texts(in: bytes) {
      let options = JSON.ParsingOptions(maximumDepth: limits.depth)
      guard let document = try? JSON(parsing: texts.document, options: options),
        let profile = PatchProfile.recognizing(document).candidates.first?.profile,
        let patch = try? JSONPatch(parsing: texts.patch, limits: limits)
      else { return nil }
      self.init(profile: profile, document: document, patch: patch)
    } else if choices.oneIn(3), !Self.resources.isEmpty {
      let (profile, document) = choices.pick(Self.resources)
      // Of many operations one would be refused, and with it all of them.
      let operations = PatchInput.operations(
        for: ModelJSON(document), atMost: 1 + choices.below(3), using: &choices)
      guard let patch = JSONPatch(operations) else { return nil }
      self.init(profile: profile, document: document, patch: patch)
    } else {
      try? self.init(using: &choices)
    }
  }

  /// The resources in the fixtures, each with its profile.
  private static let resources: [(profile: PatchProfile, document: JSON)] = {
    guard let documents = try? Fixtures.json("launchdarkly/documents.json").object else {
      return []
    }
    return documents.compactMap { member in
      let document = member.value.detached()
      return PatchProfile.recognizing(document).candidates.first.map { ($0.profile, document) }
    }
  }()
}
