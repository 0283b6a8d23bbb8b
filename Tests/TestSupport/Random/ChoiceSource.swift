/// Where the decisions come from that make up an input: a seed, or the bytes that a fuzzer tries.
public protocol ChoiceSource: RandomNumberGenerator {
  /// Returns a number from zero up to but not including a limit.
  mutating func below(_ limit: Int) -> Int
}

extension ChoiceSource {
  /// Returns `true` once in so many times.
  public mutating func oneIn(_ times: Int) -> Bool {
    below(times) == times - 1
  }

  /// Returns one of the choices, of which there must be at least one.
  public mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[below(choices.count)]
  }
}
