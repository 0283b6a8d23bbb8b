import JSONPatching
import PatchProfiles
import TestSupport
import Testing

@testable import FuzzTargets

/// What the bytes of a fuzzer are decoded into goes where mistakes can be.
struct InputTests {
  /// Byte strings of some length, the same ones every time.
  private static let inputs: [[UInt8]] = {
    var generator = SeededGenerator(seed: 6)
    return (0..<300).map { _ in (0..<120).map { _ in UInt8(generator.below(256)) } }
  }()

  @Test func `some patches can be applied and some cannot`() throws {
    let outcomes = try Self.inputs.map { bytes in
      let input = PatchInput(bytes)
      let document = try JSON(parsing: input.document)
      return try? document.applying(JSONPatch(parsing: input.patch, limits: input.limits))
    }
    let succeeding = outcomes.count { $0 != nil }
    #expect(succeeding > 60)
    #expect(succeeding < 240)
  }

  @Test func `some patches are accepted and some are not`() {
    let trials = Self.inputs.compactMap { RuledPatch(fuzzing: $0) }
    let accepted = trials.count { $0.profile.preview($0.patch, of: $0.document).isAccepted }
    #expect(accepted > 30)
    #expect(trials.count - accepted > 30)
    #expect(Set(trials.map(\.profile.name)).count > 3)
  }

  @Test func `bytes that run out end the input`() {
    #expect(PatchInput([]).patch == Array("[]".utf8))
    #expect(RuledPatch(fuzzing: []) != nil)
  }

  @Test func `people can write the two texts`() {
    let input = PatchInput(Array("{}\n---\n[]\n---\n".utf8))
    #expect(input.document == Array("{}".utf8))
    #expect(input.patch == Array("[]\n---\n".utf8))
  }

  @Test(
    arguments: [
      ("-o/etc/passwd", "-oetcpasswd"), ("/", ""), ("../../x", "....x"), ("--on=/a", "--on=a"),
      ("/none/a~1b", "/none/a~1b"), ("-o/none/x", "-o/none/x"), ("a/../none/b", "a..noneb"),
    ])
  func `no word leads out of the folder`(word: String, expected: String) {
    #expect(CommandLineInput(Array(word.utf8)).words == [expected])
  }
}
