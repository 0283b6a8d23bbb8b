internal import JSONTypes

/// Finds the operations that bring the members of a value into the order that they have in an equal one.
///
/// RFC 6902 has no place for a member that is added: it is the last one. So the members that come too early are removed
/// and added again, or the object is replaced, whichever takes fewer bytes.
struct MemberOrder {
  private let current: Tree
  private let wanted: Tree
  private let tests: Bool
  private var sizes: CompactSizes
  private var open: [Frame] = []
  private var operations: [JSONPatch.Operation] = []

  /// How deep values are compared by their text at first: deeper down, the same text would be looked at on every level.
  private static let textDepth = 64

  /// A container whose children are being looked at, those of both values in turn.
  private struct Frame {
    let isObject: Bool
    let children: [Child]
    var position = 0
  }

  /// A value on both sides, with its name if it is that of a member.
  private struct Child {
    let name: NodeRef
    let current: NodeRef
    let wanted: NodeRef
  }

  /// The operations that make `current` have the order of `wanted`, which is equal to it.
  ///
  /// - Parameters:
  ///   - current: The value as it is.
  ///   - wanted: The value in its order.
  ///   - tests: Whether each operation comes after a `test` of the value that it does away with.
  /// - Returns: The operations; none if the order is right.
  /// - Complexity: O(*n*) for *n* bytes; needs no stack however deep the values are.
  static func operations(
    from current: JSON, to wanted: JSON, tests: Bool
  ) -> [JSONPatch.Operation] {
    let (current, wanted) = (current.flattened, wanted.flattened)
    var order = MemberOrder(
      current: Tree(current.storage), wanted: Tree(wanted.storage), tests: tests,
      sizes: CompactSizes(below: wanted.ref))
    order.enter(current.ref, wanted.ref)
    order.run()
    return order.operations
  }

  private init(current: Tree, wanted: Tree, tests: Bool, sizes: CompactSizes) {
    self.current = current
    self.wanted = wanted
    self.tests = tests
    self.sizes = sizes
  }

  private mutating func run() {
    while let frame = open.last {
      guard frame.position < frame.children.count else {
        open.removeLast()
        continue
      }
      open[open.count - 1].position += 1
      let child = frame.children[frame.position]
      enter(child.current, child.wanted)
    }
  }

  /// Compares the order of an object, and takes up its children.
  private mutating func enter(_ value: NodeRef, _ counterpart: NodeRef) {
    let kind = wanted[counterpart].kind
    guard kind == .array || kind == .object else { return }
    if open.count < Self.textDepth, current.hasText(of: value, as: counterpart, of: wanted) {
      return
    }
    if kind == .object {
      enterObject(value, counterpart)
    } else {
      enterArray(value, counterpart)
    }
  }

  private mutating func enterArray(_ value: NodeRef, _ counterpart: NodeRef) {
    var (ours, theirs) = (current.children(of: value), wanted.children(of: counterpart))
    var children: [Child] = []
    while let one = ours.next(in: current), let other = theirs.next(in: wanted) {
      children.append(Child(name: .none, current: one.value, wanted: other.value))
    }
    open.append(Frame(isObject: false, children: children))
  }

  private mutating func enterObject(_ value: NodeRef, _ counterpart: NodeRef) {
    let ours = MemberTable(of: value, in: current)
    let theirs = MemberTable(of: counterpart, in: wanted)
    // The first members that are in the right order already stay where they are.
    var kept: [Child] = []
    var last = -1
    for member in theirs.members {
      guard let position = ours.position(of: member, in: theirs, near: kept.count),
        position > last
      else { break }
      last = position
      kept.append(
        Child(name: member.name, current: ours.members[position].value, wanted: member.value))
    }
    let moved = theirs.members[kept.count...]
    guard !moved.isEmpty else { return open.append(Frame(isObject: true, children: kept)) }
    let path = path
    let object = sizes.size(of: counterpart, in: wanted)
    var size = 0
    for member in moved {
      // What is around the pointers and the value, of a removal and an addition.
      let name = path.description.utf8.count + 1 + wanted.tokenLength(of: member.name)
      size +=
        OperationSyntax.size(of: .remove) + OperationSyntax.size(of: .add) + 2 * name
        + sizes.size(of: member.value, in: wanted)
    }
    guard size < OperationSyntax.size(of: .replace) + path.description.utf8.count + object else {
      let old = JSON(wanted.storage, counterpart)
      return append(.replace(path, old), doingAwayWith: old, at: path)
    }
    for member in moved {
      let place = path.appending(wanted.string(of: wanted[member.name]))
      let old = JSON(wanted.storage, member.value)
      append(.remove(place), doingAwayWith: old, at: place)
      operations.append(.add(place, old))
    }
    open.append(Frame(isObject: true, children: kept))
  }

  private mutating func append(
    _ operation: JSONPatch.Operation, doingAwayWith value: JSON, at path: JSONPointer
  ) {
    if tests { operations.append(.test(path, value)) }
    operations.append(operation)
  }

  /// The path of the value that is being entered.
  private var path: JSONPointer {
    JSONPointer(
      tokens: open.map { frame in
        let position = frame.position - 1
        return frame.isObject
          ? wanted.string(of: wanted[frame.children[position].name]) : String(position)
      })
  }
}
