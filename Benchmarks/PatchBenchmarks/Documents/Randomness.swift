/// A random number generator that gives the same numbers on every machine and in every run
/// (SplitMix64), so that documents are the same too.
struct Randomness: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to and not including `bound`.
  ///
  /// The standard library does not promise how `Int.random(in:using:)` uses its numbers.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(max(1, bound))).high)
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// A number from 0 up to and not including 1.
  mutating func fraction() -> Double {
    Double(next() >> 11) / Double(1 << 53)
  }

  mutating func chance(_ probability: Double) -> Bool {
    fraction() < probability
  }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[below(choices.count)]
  }

  /// `count` different elements, or all of them when there are fewer.
  mutating func sample<Element>(_ count: Int, of choices: [Element]) -> [Element] {
    var pool = choices
    let count = min(count, pool.count)
    for index in 0..<count {
      pool.swapAt(index, index + below(pool.count - index))
    }
    return Array(pool.prefix(count))
  }

  mutating func hexadecimal(_ count: Int = 24) -> String {
    let digits = Array("0123456789abcdef")
    return String((0..<count).map { _ in pick(digits) })
  }
}
