/// The random numbers of Python's module `random`, so that documents which it made once can be made again.
///
/// The algorithm is MT19937 (M. Matsumoto and T. Nishimura, 1998), with what CPython does to its numbers.
struct MersenneTwister {
  private var state: [UInt32]
  private var position = 624

  /// Creates a generator as `random.seed(seed)` does.
  init(seed: UInt32) {
    state = [19_650_218]
    for index in 1..<624 {
      let last = state[index - 1]
      state.append(1_812_433_253 &* (last ^ last >> 30) &+ UInt32(index))
    }
    var index = 1
    for round in 0..<624 + 623 {
      let last = state[index - 1]
      let mixed = (last ^ last >> 30) &* (round < 624 ? 1_664_525 : 1_566_083_941)
      state[index] =
        round < 624 ? (state[index] ^ mixed) &+ seed : (state[index] ^ mixed) &- UInt32(index)
      index += 1
      if index == 624 {
        state[0] = state[623]
        index = 1
      }
    }
    state[0] = 0x8000_0000
  }

  private mutating func next() -> UInt32 {
    if position == 624 { twist() }
    var number = state[position]
    position += 1
    number ^= number >> 11
    number ^= number << 7 & 0x9D2C_5680
    number ^= number << 15 & 0xEFC6_0000
    return number ^ number >> 18
  }

  private mutating func twist() {
    for index in 0..<624 {
      let bits = state[index] & 0x8000_0000 | state[(index + 1) % 624] & 0x7FFF_FFFF
      state[index] = state[(index + 397) % 624] ^ bits >> 1 ^ (bits & 1) * 0x9908_B0DF
    }
    position = 0
  }

  /// Returns what `random.random()` returns.
  mutating func fraction() -> Double {
    let (high, low) = (next() >> 5, next() >> 6)
    return (Double(high) * 67_108_864 + Double(low)) / 9_007_199_254_740_992
  }

  /// Returns what `random.randrange(limit)` returns.
  mutating func below(_ limit: Int) -> Int {
    let shift = UInt32(32 - (Int.bitWidth - limit.leadingZeroBitCount))
    while true {
      let number = Int(next() >> shift)
      if number < limit { return number }
    }
  }

  /// Returns what `random.randint` returns for both ends of the range.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// Returns what `random.choice(choices)` returns.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[below(choices.count)] }
}
