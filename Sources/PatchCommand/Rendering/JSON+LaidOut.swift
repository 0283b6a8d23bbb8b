import JSONTypes

extension JSON {
  /// Deeper values are written without white space: their indentation would grow with the square of their depth.
  private static let laidOutDepth = 64

  /// The value as text for people and programs, one member or element to a line, and without control characters.
  ///
  /// - Complexity: O(*n*) for *n* bytes; needs no stack however deep the value is.
  var laidOut: [UInt8] {
    let isDeep = Tree(storage).height(of: ref) > Self.laidOutDepth
    return serialized(as: isDeep ? .compact : .pretty(indent: 2)).visibleJSON
      + [UInt8(ascii: "\n")]
  }
}
