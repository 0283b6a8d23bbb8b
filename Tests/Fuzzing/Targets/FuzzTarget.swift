import TestSupport

/// A part of the project that a fuzzer attacks, and what must hold whatever the bytes are.
///
/// `Tests/fuzz` runs a target for as long as one likes; the ordinary tests run each over the files
/// in `Fixtures/corpus`.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// A text is refused or kept, as the model refuses or reads it.
  case parser
  /// What is written in any format is read as the same value.
  case writer
  /// A patch has the outcome that the letter of the RFC gives it, and leaves no trace if it fails.
  case patch
  /// A difference applied to the old document gives the new one, and an inverse takes a patch back.
  case difference
  /// No accepted patch changes what the rules of a profile call read-only.
  case profile
  /// No command line traps, writes where it should not, or ends without an answer.
  case arguments

  /// Says what is wrong with what the target makes of an input, if anything is.
  public func finding(in input: [UInt8]) -> String? {
    switch self {
    case .parser: Self.parserFinding(in: input)
    case .writer: Self.writerFinding(in: PatchInput(input))
    case .patch: Self.patchFinding(in: PatchInput(input))
    case .difference: Self.differenceFinding(in: PatchInput(input))
    case .profile: Self.profileFinding(in: RuledPatch(fuzzing: input))
    case .arguments: Self.argumentsFinding(in: CommandLineInput(input))
    }
  }

  /// What an input says to the target, for people.
  public func description(of input: [UInt8]) -> String {
    switch self {
    case .parser: String(decoding: input, as: UTF8.self)
    case .writer, .patch, .difference: "\(PatchInput(input))"
    case .profile: RuledPatch(fuzzing: input)?.description ?? "no document and patch"
    case .arguments: "\(CommandLineInput(input).words)"
    }
  }
}
