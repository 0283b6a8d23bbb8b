import FuzzTargets
import TestSupport
import Testing

/// The patches in the fixtures cut off and damaged at every byte, in all ways to apply them.
struct DamagedFixtureTests {
  private static let bytes = Array("\"\\{}[]:,0-~/ x".utf8) + [0x00, 0x80, 0xFF]

  @Test(arguments: try Effort.sample(PatchCase.all()))
  func `every patch, cut off after every byte and with every byte changed`(
    _ fixture: PatchCase
  ) {
    var generator = SeededGenerator(seed: 11)
    for index in fixture.patch.indices {
      var changed = fixture.patch
      changed[index] = generator.pick(Self.bytes)
      for patch in [Array(fixture.patch[..<index]), changed] {
        let input = fixture.document + Array("\n---\n".utf8) + patch
        let finding = FuzzTarget.patch.finding(in: input)
        #expect(finding == nil, "\(TextBytes(input))")
      }
    }
  }
}
