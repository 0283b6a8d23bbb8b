import Foundation

/// A claim about all inputs, tried on random ones.
///
/// ```swift
/// #expect(Property.counterexample { generator in
///   let document = ModelJSON.random(using: &generator)
///   return holds(document) ? nil : "\(document)"
/// } == nil)
/// ```
public enum Property {
  /// The environment variable that fixes the seed.
  public static let seedVariable = "JPATCH_SEED"

  /// Tries a claim with fresh seeds, or once with the seed that `JPATCH_SEED` names.
  ///
  /// - Parameters:
  ///   - trials: How often to try; see ``Effort``.
  ///   - refute: Returns what is wrong, or `nil` if the claim holds.
  /// - Returns: The first counterexample, beginning with the setting that makes it come back.
  public static func counterexample(
    trials: Int = 300, _ refute: (inout SeededGenerator) throws -> String?
  ) -> String? {
    for seed in seeds(trials) {
      var generator = SeededGenerator(seed: seed)
      do {
        guard let finding = try refute(&generator) else { continue }
        return "\(seedVariable)=\(seed)\n\(finding)"
      } catch {
        return "\(seedVariable)=\(seed)\nunexpected error: \(error)"
      }
    }
    return nil
  }

  private static func seeds(_ trials: Int) -> [UInt64] {
    if let text = ProcessInfo.processInfo.environment[seedVariable], let seed = UInt64(text) {
      return [seed]
    }
    let first = UInt64.random(in: 0...UInt64(UInt32.max))
    return (0..<UInt64(Effort.trials(trials))).map { first + $0 }
  }
}
