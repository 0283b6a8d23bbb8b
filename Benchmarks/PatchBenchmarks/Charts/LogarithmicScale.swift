import Foundation

/// An axis on which equal distances are equal ratios, from a power of ten to another.
struct LogarithmicScale {
  /// The powers of ten at the ends.
  let powers: ClosedRange<Int>
  /// Where the ends are drawn.
  private let start: Double
  private let end: Double

  /// Takes in all values, which are positive.
  init(over values: [Double], from start: Double, to end: Double) {
    // A value that misses a power by a little may lie a little outside.
    let low = Int((log10(values.min() ?? 1) + 0.05).rounded(.down))
    let high = Int((log10(values.max() ?? 1) - 0.05).rounded(.up))
    powers = low...max(low + 1, high)
    self.start = start
    self.end = end
  }

  /// Where a value is drawn.
  func place(_ value: Double) -> Double {
    let part = (log10(value) - Double(powers.lowerBound)) / Double(powers.count - 1)
    return start + part * (end - start)
  }

  /// The values that get a line across the chart.
  var marks: [Double] {
    powers.map { pow(10, Double($0)) }
  }
}
