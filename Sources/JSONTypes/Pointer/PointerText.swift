/// A JSON Pointer in the form that it takes within a JSON string, while it is made longer and shorter token by token.
package struct PointerText: ~Copyable {
  // Text only: there are no nodes in it.
  private var buffers: TapeBuffers

  /// The room that is made at first: most pointers are short.
  private static let capacity = 192

  /// Creates the pointer to the whole document.
  package init() { buffers = TapeBuffers(textCapacity: Self.capacity, nodeCapacity: 0) }

  deinit { buffers.deallocate() }

  /// How many bytes it has.
  package var count: Int { buffers.textCount }

  /// The bytes, for as long as the pointer stays as it is.
  var bytes: TextSlice { TapeView(buffers).text }

  /// Appends the name of a member.
  package mutating func append(_ name: NodeRef, of tree: Tree) {
    if let content = tree.plainToken(of: name) {
      append(content)
    } else {
      tree.escapedToken(of: name).withTextSlice { append($0) }
    }
  }

  /// Appends an index.
  package mutating func append(_ index: Int) {
    buffers.reserve(text: 1, nodes: 0)
    buffers.append(UInt8(ascii: "/"))
    var divisor = 1
    while index / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      buffers.reserve(text: 1, nodes: 0)
      buffers.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: index / divisor % 10))
      divisor /= 10
    }
  }

  /// Appends the token for the index behind the last element.
  package mutating func appendDash() { append(TextSlice("-")) }

  private mutating func append(_ token: TextSlice) {
    buffers.reserve(text: 1 + token.count, nodes: 0)
    buffers.append(UInt8(ascii: "/"))
    buffers.append(token)
  }

  /// Takes back what comes after so many bytes.
  package mutating func truncate(to count: Int) {
    buffers.textCount = min(count, buffers.textCount)
  }

  /// Whether another pointer leads to something within what this one leads to.
  package func isProperPrefix(of other: borrowing PointerText) -> Bool {
    count < other.count && other.bytes.slice(0, count: count) == bytes
      && other.bytes[count] == UInt8(ascii: "/")
  }
}
