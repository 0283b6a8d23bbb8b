/// What an insertion, a removal or a `move` within an array does to the elements around it.
struct Shift {
  /// The array.
  let array: Location
  /// The index of the element that is removed.
  let removal: Int?
  /// The index of the element that is inserted, after the removal.
  let insertion: Int?
  /// The number of elements before; `nil` when the array is not known.
  let count: Int?

  /// The indices at which there is another element afterwards, or one more, or none any more.
  var range: ClosedRange<Int> {
    let last =
      switch (removal, insertion, count) {
      case (let removal?, let insertion?, _): max(removal, insertion)
      case (_, _, nil): Int.max
      case (_?, nil, let count?): count - 1
      case (nil, _, let count?): count
      }
    let first = min(removal ?? .max, insertion ?? .max)
    return first...max(first, last)
  }

  /// How far the other elements in the range move.
  private var step: Int {
    guard let insertion else { return -1 }
    return removal.map { $0 < insertion } ?? false ? -1 : 1
  }

  /// Where the element comes from that is at an index afterwards; `nil` for the inserted one.
  func source(of index: Int) -> Int? { index == insertion ? nil : index - step }

  /// Where the element goes that is at an index before; `nil` for the removed one.
  func destination(of index: Int) -> Int? { index == removal ? nil : index + step }
}
