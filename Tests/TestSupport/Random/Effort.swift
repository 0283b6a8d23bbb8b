/// How much a test does: all of it in an optimised build, a part of it in one that takes ten times as long.
///
/// `Tests/check` runs both: the one for many inputs, the other for the checks that only a debug build makes.
public enum Effort {
  #if DEBUG
    /// Whether nothing is left out.
    public static let isFull = false
  #else
    /// Whether nothing is left out.
    public static let isFull = true
  #endif

  /// A number of trials, or a quarter of it.
  public static func trials(_ count: Int) -> Int { isFull ? count : max(count / 4, 10) }

  /// All elements, or every fourth, or those that are so far apart.
  public static func sample<Element>(_ elements: [Element], every step: Int = 4) -> [Element] {
    isFull ? elements : stride(from: 0, to: elements.count, by: step).map { elements[$0] }
  }
}
