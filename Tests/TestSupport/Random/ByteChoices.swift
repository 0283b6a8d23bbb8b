/// Decisions that are read off bytes, one byte each, so that a fuzzer that changes a byte changes a decision.
///
/// When the bytes run out, the first of all choices is taken and nothing happens that is rare: inputs end.
public struct ByteChoices: ChoiceSource {
  private var rest: ArraySlice<UInt8>
  private var noise = SeededGenerator(seed: 0)

  /// Starts at the first of some bytes.
  public init(_ bytes: some Sequence<UInt8>) {
    rest = Array(bytes)[...]
  }

  /// Whether the bytes have run out.
  public var isEmpty: Bool { rest.isEmpty }

  /// Returns a number from zero up to but not including a limit; those beyond 255 are out of reach.
  public mutating func below(_ limit: Int) -> Int {
    limit > 1 ? Int(rest.popFirst() ?? 0) % limit : 0
  }

  /// Returns a number that depends on a byte, and that is never the same for ever: who draws numbers until one fits has
  /// to come to an end.
  public mutating func next() -> UInt64 {
    noise.next() &+ UInt64(below(256))
  }
}
