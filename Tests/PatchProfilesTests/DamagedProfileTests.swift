import JSONPatching
import PatchProfiles
import TestSupport
import Testing

/// Profiles cut off and damaged at every byte are read, or refused with a place in the text.
struct DamagedProfileTests {
  private static let bytes = Array("\"\\{}[]:,0-~/ x*".utf8) + [0x00, 0x80, 0xFF]

  @Test func `a profile, cut off after every byte and with every byte changed`() throws {
    var generator = SeededGenerator(seed: 12)
    let text = try Fixtures.bytes("profiles/open.json")
    for index in text.indices {
      var changed = text
      changed[index] = generator.pick(Self.bytes)
      for damaged in [Array(text[..<index]), changed] {
        do throws(PatchProfileError) {
          let profile = try PatchProfile(parsing: damaged)
          #expect(try PatchProfile(parsing: profile.json.serialized()) == profile)
        } catch {
          #expect(!error.message.isEmpty)
          let offset = error.position?.utf8Offset ?? 0
          #expect(offset <= damaged.count, "\(error)")
        }
      }
    }
  }
}
