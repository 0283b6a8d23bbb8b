/// A list whose first elements need no memory of their own, since most lists stay short.
///
/// The elements are small and plain data, since reading one may copy all of the first: places that are not in use
/// hold a filler.
struct ShortList<let shortCount: Int, Element> {
  private var first: InlineArray<shortCount, Element>
  /// The elements after those.
  private var rest: ContiguousArray<Element> = []
  private(set) var count = 0

  /// Creates an empty list.
  init(filler: Element) { first = InlineArray(repeating: filler) }

  subscript(position: Int) -> Element {
    @inline(__always) get {
      position < shortCount ? first[position] : rest[position &- shortCount]
    }
    // A coroutine in the place of a setter would need memory to remember which of the two it is in.
    @inline(__always) set {
      if position < shortCount {
        first[position] = newValue
      } else {
        rest[position &- shortCount] = newValue
      }
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count < shortCount {
      first[count] = element
    } else {
      rest.append(element)
    }
    count &+= 1
  }

  /// Takes away the last element, of which there must be one.
  mutating func removeLast() {
    count &-= 1
    if count >= shortCount { rest.removeLast() }
  }

  /// Forgets all elements, but keeps the memory for others.
  mutating func removeAll() {
    rest.removeAll(keepingCapacity: true)
    count = 0
  }
}
