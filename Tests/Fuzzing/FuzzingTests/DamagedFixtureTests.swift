import JSONPatching
import PatchProfiles
import TestSupport
import Testing

@testable import FuzzTargets

/// Every text in the fixtures cut off and damaged at every byte, for the one who reads it: it is refused, or does what it says
/// now.
struct DamagedFixtureTests {
  /// How many damaged texts each reader gets at least, 374,000 together; `Verification` has the numbers.
  private static let counts: [FixtureText.Reader: Int] = [
    .document: 185_184, .patch: 177_576, .mergePatch: 960, .pointer: 1_092, .fragment: 882,
    .profile: 5_616, .manifest: 2_922,
  ]

  @Test(arguments: FixtureText.Reader.allCases)
  func `every text, cut off before every byte and with every byte changed`(
    reader: FixtureText.Reader
  ) throws {
    var count = 0
    for fixture in try FixtureText.all(for: reader) {
      count += try Damage.each(of: fixture.bytes) { text in
        let finding = try Self.finding(in: text, instead: fixture)
        #expect(finding == nil, "\(TextBytes(text))")
      }
    }
    #expect(count >= Damage.expected(Self.counts[reader] ?? .max))
  }

  private static func finding(
    in text: [UInt8], instead fixture: FixtureText
  ) throws -> String? {
    switch fixture.reader {
    case .document: ModelJSON.disagreementOfParser(on: text)
    case .patch: try patchFinding(in: text, instead: fixture)
    case .mergePatch: try mergeFinding(in: text, on: fixture.document)
    case .pointer: pointerFinding(in: text)
    case .fragment: fragmentFinding(in: text)
    case .profile: try profileFinding(in: text)
    case .manifest: try manifestFinding(in: text)
    }
  }
}

/// Patches.
extension DamagedFixtureTests {
  private static func patchFinding(
    in text: [UInt8], instead fixture: FixtureText
  ) throws -> String? {
    let finding =
      ModelJSON.disagreementOfParser(on: text)
      ?? FuzzTarget.patch.finding(in: fixture.document + Array("\n---\n".utf8) + text)
    if let finding { return finding }
    return try fixture.profile.flatMap {
      try judgementFinding(in: text, of: PatchProfile.named($0) ?? open, on: fixture.document)
    }
  }

  private static func judgementFinding(
    in text: [UInt8], of profile: PatchProfile, on document: [UInt8]
  ) throws -> String? {
    let document = try JSON(parsing: document)
    let draft = PatchDraft(parsing: text, acceptsEnvelope: true)
    let findings = profile.check(draft, on: document) + profile.check(draft)
    if findings.contains(where: { ($0.range?.end.utf8Offset ?? 0) > text.count }) {
      return "\(findings) are not all in the text"
    }
    guard let patch = try? JSONPatch(parsing: text) else { return nil }
    return FuzzTarget.profileFinding(
      in: RuledPatch(profile: profile, document: document, patch: patch))
  }

  private static func mergeFinding(in text: [UInt8], on document: [UInt8]) throws -> String? {
    if let finding = ModelJSON.disagreementOfParser(on: text) { return finding }
    let result = try? JSON(parsing: document).applying(JSONMergePatch(parsing: text))
    let expected = try? ModelJSON(parsing: document).merging(ModelJSON(parsing: text))
    switch (result, expected) {
    case (nil, nil): return nil
    case (let result?, let expected?):
      let isSame = ModelJSON(result).withoutDuplicates.isSpelled(as: expected.withoutDuplicates)
      return isSame ? nil : "gives \(result) and not \(expected)"
    default:
      return "\(result.map { "gives \($0)" } ?? "is refused"), but the model does otherwise"
    }
  }
}

/// Pointers.
extension DamagedFixtureTests {
  private static func pointerFinding(in text: [UInt8]) -> String? {
    // A pointer is a string: what is not UTF-8 has been refused before.
    guard let string = String(validating: text, as: UTF8.self) else { return nil }
    do throws(JSONPointer.SyntaxError) {
      let pointer = try JSONPointer(string)
      guard let model = ModelPointer(text) else { return "accepted" }
      let tokens = pointer.tokens.map { Array(String($0).utf8) }
      if tokens != model.tokens { return "read as \(tokens)" }
      return Array(pointer.description.utf8) == text ? nil : "written as \(pointer)"
    } catch {
      if ModelPointer(text) != nil { return "refused: \(error)" }
      return error.utf8Offset <= text.count ? nil : "a mistake behind the end: \(error)"
    }
  }

  private static func fragmentFinding(in text: [UInt8]) -> String? {
    guard let string = String(validating: text, as: UTF8.self) else { return nil }
    do throws(JSONPointer.SyntaxError) {
      let pointer = try JSONPointer(uriFragment: string)
      let again = try JSONPointer(uriFragment: pointer.uriFragment)
      return again == pointer ? nil : "\(pointer) is written as \(pointer.uriFragment)"
    } catch {
      return error.utf8Offset <= text.count ? nil : "a mistake behind the end: \(error)"
    }
  }
}

/// Profiles and manifests.
extension DamagedFixtureTests {
  private static let open: PatchProfile = {
    guard let bytes = try? Fixtures.bytes("profiles/open.json"),
      let profile = try? PatchProfile(parsing: bytes)
    else { return .unrestricted }
    return profile
  }()

  private static func profileFinding(in text: [UInt8]) throws -> String? {
    try finding(in: text) { text throws(PatchProfileError) in try PatchProfile(parsing: text) }
  }

  private static func manifestFinding(in text: [UInt8]) throws -> String? {
    try finding(in: text) { text throws(PatchProfileError) in
      try PatchProfile.integrationConfiguration.applying(manifest: text)
    }
  }

  /// What is read survives its export; what is refused has a reason, and a place in the text.
  private static func finding(
    in text: [UInt8], _ read: ([UInt8]) throws(PatchProfileError) -> PatchProfile
  ) throws -> String? {
    let profile: PatchProfile
    do throws(PatchProfileError) {
      profile = try read(text)
    } catch {
      let isInside = (error.position?.utf8Offset ?? 0) <= text.count
      return isInside && !error.message.isEmpty ? nil : "\(error)"
    }
    return try PatchProfile(parsing: profile.json.serialized()) == profile
      ? nil : "another profile is exported"
  }
}
