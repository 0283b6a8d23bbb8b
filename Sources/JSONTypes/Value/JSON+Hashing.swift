extension JSON: Hashable {
  /// Hashes what `==` compares: equal values give equal hashes, however they are written.
  ///
  /// - Complexity: O(*n* log *n*) for *n* members.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(Tree(storage).contentHash(of: ref))
  }
}

extension Tree {
  private struct Frame {
    var children: [Child]
    var position = 0
    var hash: UInt64
    let isObject: Bool
  }

  /// A hash of a value, without recursion.
  fileprivate func contentHash(of ref: NodeRef) -> UInt64 {
    var open: [Frame] = []
    var current = ref
    while true {
      let node = self[current]
      if node.isContainer {
        open.append(
          Frame(
            children: node.kind == .object ? effectiveMembers(of: current) : elements(of: current),
            hash: node.kind == .object ? 7 : 6, isObject: node.kind == .object))
      } else {
        let hash = scalarHash(node)
        guard !open.isEmpty else { return hash }
        absorb(hash, into: &open[open.count - 1])
      }
      while let frame = open.last, frame.position == frame.children.count {
        open.removeLast()
        let hash = mix(frame.hash, UInt64(frame.children.count))
        guard !open.isEmpty else { return hash }
        absorb(hash, into: &open[open.count - 1])
      }
      let frame = open[open.count - 1]
      current = frame.children[frame.position].value
    }
  }

  private func elements(of array: NodeRef) -> [Child] {
    var result: [Child] = []
    var cursor = children(of: array)
    while let child = cursor.next(in: self) { result.append(child) }
    return result
  }

  /// Adds the hash of a child to its container's and goes on to the next.
  private func absorb(_ hash: UInt64, into frame: inout Frame) {
    let child = frame.children[frame.position]
    frame.position += 1
    if frame.isObject {
      frame.hash = mix(frame.hash, UInt64(self.hash(ofName: self[child.name])))
    }
    frame.hash = mix(frame.hash, hash)
  }

  private func scalarHash(_ node: Node) -> UInt64 {
    switch node.kind {
    case .null: return 1
    case .false: return 2
    case .true: return 3
    case .number:
      var hasher = Hasher()
      hasher.combine(Decimal(text(of: node)))
      return mix(4, UInt64(bitPattern: Int64(hasher.finalize())))
    case .string, .name: return mix(5, UInt64(hash(ofName: node)))
    case .array, .object: return 0
    }
  }

  private func mix(_ state: UInt64, _ value: UInt64) -> UInt64 {
    let product = (state ^ value &+ 0x9E37_79B9).multipliedFullWidth(by: 0xBF58_476D_1CE4_E5B9)
    return product.high ^ product.low
  }
}
