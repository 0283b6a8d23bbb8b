/// A random number generator whose numbers follow from its seed.
///
/// The algorithm is SplitMix64: short, fast and good enough to choose test inputs with.
///
/// ```swift
/// var generator = SeededGenerator(seed: 42)
/// let document = ModelJSON.random(using: &generator)  // the same one every time
/// ```
public struct SeededGenerator: ChoiceSource, Sendable {
  private var state: UInt64

  /// Creates a generator.
  public init(seed: UInt64) {
    state = seed
  }

  /// Returns the next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var result = state
    result = (result ^ (result >> 30)) &* 0xBF58_476D_1CE4_E5B9
    result = (result ^ (result >> 27)) &* 0x94D0_49BB_1331_11EB
    return result ^ (result >> 31)
  }

  /// Returns a number from zero up to, but not including, a limit.
  public mutating func below(_ limit: Int) -> Int {
    Int.random(in: 0..<limit, using: &self)
  }
}
