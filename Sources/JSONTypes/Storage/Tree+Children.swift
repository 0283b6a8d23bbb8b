extension Tree {
  /// How many children a container has now.
  package func childCount(of container: NodeRef) -> Int {
    let node = self[container]
    if let edits = edits(of: container),
      let count = overlay?.childCount(edits, isArray: node.kind == .array)
    {
      return count
    }
    return originalCount(of: container, node)
  }

  /// How many children a container has in its tape.
  func originalCount(of container: NodeRef, _ node: Node) -> Int {
    guard node.isContainer else { return 0 }
    if node.count < Node.countLimit { return Int(node.count) }
    if node.flags.contains(.flat) { return Int(node.span) - 1 }
    return childIndex(of: container, node).positions.count
  }

  // MARK: By position

  /// The child of the tape with this ordinal, which must exist.
  @inline(__always)
  func originalChild(_ ordinal: Int, of container: NodeRef, _ node: Node) -> NodeRef {
    guard node.flags.contains(.flat) else { return deepChild(ordinal, of: container, node) }
    return container.advanced(by: UInt32(truncatingIfNeeded: ordinal) &+ 1)
  }

  @inline(never)
  private func deepChild(_ ordinal: Int, of container: NodeRef, _ node: Node) -> NodeRef {
    if node.count < ChildIndex.threshold {
      var child = container.advanced(by: 1)
      for _ in 0..<ordinal { child = child.advanced(by: self[child].span) }
      return child
    }
    return container.advanced(by: childIndex(of: container, node).positions[ordinal])
  }

  /// The element of an array at an index, if there is one.
  @inline(__always)
  func existingElement(_ index: Int, of array: NodeRef, _ node: Node) -> NodeRef? {
    if let edits = edits(of: array) {
      // The overlay is not bound to a name, which would retain it.
      guard index < overlay?.elementCount(edits) ?? 0 else { return nil }
      return element(index, of: array)
    }
    guard index < originalCount(of: array, node) else { return nil }
    return current(originalChild(index, of: array, node))
  }

  /// The element of an array at an index that is in range.
  package func element(_ index: Int, of container: NodeRef) -> NodeRef {
    let node = self[container]
    switch editedElement(index, of: container) {
    case .inserted(let ref): return ref
    case .original(let ordinal): return current(originalChild(ordinal, of: container, node))
    }
  }

  /// What an array has at an index that is in range.
  func editedElement(_ index: Int, of container: NodeRef) -> ChildRope.Element {
    guard let edits = edits(of: container) else { return .original(index) }
    return overlay?.element(edits, at: index) ?? .original(index)
  }

  // MARK: By name

  /// A member that was found.
  struct Hit {
    /// The member's value node in the tape, or the position among the added members.
    enum Place {
      case original(NodeRef)
      case added(Int)
    }
    let place: Place
    /// The value that the member has now.
    let value: NodeRef
    /// Whether the tape has other members of the same name.
    let hasDuplicates: Bool
  }

  /// Finds the last member with a name; the name is given without escapes.
  func member(_ name: Name, of container: NodeRef, _ node: Node) -> Hit? {
    guard node.count < ChildIndex.threshold else {
      return member(name, of: container, childIndex(of: container, node))
    }
    if let hit = scan(for: name, in: container, node) { return hit }
    guard let edits = edits(of: container) else { return nil }
    return addedMember(name, name.hash, edits)
  }

  /// Finds the last member with a name in a wide object, of which this is the index.
  func member(_ name: Name, of container: NodeRef, _ index: ChildIndex) -> Hit? {
    let hash = name.hash
    if let hit = lookup(name, hash, in: container, index) { return hit }
    guard let edits = edits(of: container) else { return nil }
    return addedMember(name, hash, edits)
  }

  private func addedMember(_ name: Name, _ hash: UInt32, _ edits: Int) -> Hit? {
    guard
      let (position, value) = overlay?.member(
        edits, hash: hash, where: { matches(self[$0], name) })
    else { return nil }
    return Hit(place: .added(position), value: value, hasDuplicates: false)
  }

  @inline(__always)
  private func scan(for name: Name, in container: NodeRef, _ node: Node) -> Hit? {
    let first = container.index &+ 1
    let end = container.index &+ Int(node.span)
    // Few names have escapes, and few are repeated.
    guard !container.isAdded, let found = parsed.onlyName(name.bytes, from: first, to: end) else {
      return scanClosely(for: name, in: container, node)
    }
    guard found != end else { return nil }
    let child = NodeRef(parsed: found &+ 1)
    let value = current(child)
    return value == .none ? nil : Hit(place: .original(child), value: value, hasDuplicates: false)
  }

  @inline(never)
  private func scanClosely(for name: Name, in container: NodeRef, _ node: Node) -> Hit? {
    let view = view(of: container)
    let end = container.index &+ Int(node.span)
    let length = UInt32(truncatingIfNeeded: name.bytes.count &+ 2)
    var found = end
    var index = view.firstName(from: container.index &+ 1, to: end, ofLength: length)
    while index != end {
      if matches(view[index], name) {
        guard found == end else { return lastRepeated(name, in: container) }
        found = index
      }
      index = view.firstName(from: view.nextName(after: index), to: end, ofLength: length)
    }
    guard found != end else { return nil }
    let child = container.advanced(by: UInt32(truncatingIfNeeded: found &+ 1 &- container.index))
    let value = current(child)
    return value == .none ? nil : Hit(place: .original(child), value: value, hasDuplicates: false)
  }

  /// Finds the last member with a name that the tape has more than once.
  @inline(never)
  private func lastRepeated(_ name: Name, in container: NodeRef) -> Hit? {
    let members = duplicates(of: name, in: container)
    return members.last.map {
      Hit(place: .original($0), value: current($0), hasDuplicates: members.count > 1)
    }
  }

  private func lookup(
    _ name: Name, _ hash: UInt32, in container: NodeRef, _ index: ChildIndex
  ) -> Hit? {
    let mask = index.slots.count - 1
    var slot = Int(hash) & mask
    while index.slots[slot] != 0 {
      let position = index.slots[slot] - 1
      let distance = index.positions[Int(position)]
      let child = container.advanced(by: distance)
      if matches(self[container.advanced(by: distance - 1)], name) {
        let value = current(child)
        guard value != .none else { return nil }
        let isRepeated = index.repeated.contains(position)
        return Hit(place: .original(child), value: value, hasDuplicates: isRepeated)
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The member nodes of the tape that have a name and were not removed.
  func duplicates(of name: Name, in container: NodeRef) -> [NodeRef] {
    var result: [NodeRef] = []
    var ref = container.advanced(by: 1)
    let end = container.advanced(by: self[container].span)
    while ref != end {
      let child = ref.advanced(by: 1)
      if matches(self[ref], name), current(child) != .none { result.append(child) }
      ref = child.advanced(by: self[child].span)
    }
    return result
  }

  // MARK: Building the index

  /// The index of a wide container, built if nobody has asked for it before.
  func childIndex(of container: NodeRef, _ node: Node) -> ChildIndex {
    let tape = container.isAdded ? storage.additions ?? storage.parsed : storage.parsed
    if let known = tape.childIndex(of: container.index) { return known }
    // Two readers may both build one, and then either is right.
    let built =
      node.kind == .array ? elementIndex(of: container, node) : memberIndex(of: container, node)
    tape.keep(built, for: container.index)
    return built
  }

  private func elementIndex(of container: NodeRef, _ node: Node) -> ChildIndex {
    var positions: ContiguousArray<UInt32> = []
    positions.reserveCapacity(Int(node.count))
    var distance: UInt32 = 1
    while distance < node.span {
      positions.append(distance)
      let span = self[container.advanced(by: distance)].span
      prefetchChild(of: container, node, after: distance, span)
      distance += span
    }
    return ChildIndex(positions: positions)
  }

  /// Has the node of a child brought from memory that comes some children later, if all are as large as this one.
  ///
  /// Where a child begins is known when the one before has been read: without this, all of them would be waited for.
  @inline(__always)
  private func prefetchChild(
    of container: NodeRef, _ node: Node, after distance: UInt32, _ span: UInt32
  ) {
    let likely = min(UInt64(distance) + 8 * UInt64(span), UInt64(node.span))
    view(of: container).prefetch(container.index + Int(likely))
  }

  private func memberIndex(of container: NodeRef, _ node: Node) -> ChildIndex {
    var positions: ContiguousArray<UInt32> = []
    positions.reserveCapacity(Int(node.count))
    var hashes: ContiguousArray<UInt32> = []
    hashes.reserveCapacity(Int(node.count))
    var distance: UInt32 = 1
    while distance < node.span {
      hashes.append(hash(ofName: self[container.advanced(by: distance)]))
      positions.append(distance + 1)
      let span = 1 + self[container.advanced(by: distance + 1)].span
      prefetchChild(of: container, node, after: distance, span)
      distance += span
    }
    var capacity = 64
    while capacity < positions.count * 2 { capacity *= 2 }
    let mask = capacity - 1
    var slots = ContiguousArray<UInt32>(repeating: 0, count: capacity)
    var repeated: Set<UInt32> = []
    for position in positions.indices {
      let hash = hashes[position]
      var slot = Int(hash) & mask
      while slots[slot] != 0 {
        let other = Int(slots[slot]) - 1
        if hashes[other] == hash, isSameName(container, positions[other], positions[position]) {
          // The last one takes the place in the table.
          repeated.insert(UInt32(truncatingIfNeeded: position))
          break
        }
        slot = (slot + 1) & mask
      }
      slots[slot] = UInt32(truncatingIfNeeded: position + 1)
    }
    return ChildIndex(positions: positions, slots: slots, repeated: repeated)
  }

  private func isSameName(_ container: NodeRef, _ first: UInt32, _ second: UInt32) -> Bool {
    haveEqualContent(
      self[container.advanced(by: first - 1)], of: self,
      self[container.advanced(by: second - 1)], of: self)
  }
}
