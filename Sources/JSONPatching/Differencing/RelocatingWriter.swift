internal import JSONTypes

/// Writes the operations of an edit, with `move` and `copy` for values that the old document has already.
///
/// A value that is removed here and added there stays until it is moved to where it is added, so that no other
/// place is needed for it. The live document says where everything is at that moment.
struct RelocatingWriter: ~Copyable {
  private var planner: DifferencePlanner
  private var document: LiveDocument
  private var text: OperationText
  /// The next step of the edit.
  private var position = 0
  /// The operations in the order of the old document, flat.
  private var events: [Event] = []
  /// For an addition the removal that it is joined with.
  private var sources: [Int: Int] = [:]
  /// The removals that are joined with an addition.
  private var moved: Set<Int> = []
  /// The values of the old document by their hashes, if they may be copied.
  private var copyable: [UInt64: [NodeRef]] = [:]
  /// The values that were added, by their hashes.
  private var added: [UInt64: [(value: NodeRef, location: LiveDocument.Location)]] = [:]

  /// Smaller values take no more bytes than their path.
  private static let smallestCopy = 5

  /// Whether a value was written that might have been moved or copied.
  private var hasWrittenValues = false

  /// What happens in one place.
  private struct Event {
    enum Kind {
      case remove(NodeRef)
      case add(NodeRef)
      case replace(NodeRef, NodeRef)
    }
    var kind: Kind
    var location: LiveDocument.Location
  }

  /// A text, and whether it has values that might have been moved or copied.
  struct Result: ~Copyable {
    let text: OperationText
    let hasValues: Bool
  }

  /// The text of the steps that a planner has found.
  static func text(_ planner: DifferencePlanner) -> Result {
    var writer = RelocatingWriter(planner)
    writer.write()
    let hasValues = writer.hasWrittenValues
    return Result(text: writer.text, hasValues: hasValues)
  }

  private init(_ planner: DifferencePlanner) {
    self.planner = planner
    text = planner.guardedText
    document = LiveDocument(old: planner.old.tree, new: planner.new.tree)
  }

  private mutating func write() {
    collectEdit(in: nil, at: .root)
    if planner.options.moves { joinRemovals() }
    if planner.options.copies { indexOldValues() }
    for index in events.indices { write(index) }
  }

  // MARK: Collecting

  /// Collects what happens to the next value.
  private mutating func collectEdit(in parent: Int?, at place: LiveDocument.Place) {
    let step = planner.steps[position]
    position += 1
    switch step {
    case .replace(let first, let second):
      // The document as a whole is a container that has no children, only a place.
      let container = parent ?? document.addContainer(first, in: nil, at: .root)
      append(.replace(first, second), container, place)
    case .edit(let first):
      if let parent {
        document.setChild(.edited(document.containers.count), for: first, of: parent)
      }
      let container = document.addContainer(first, in: parent, at: place)
      if planner.old.tree[first].kind == .object {
        collectMembers(container)
      } else {
        collectElements(container)
      }
    default: break
    }
  }

  /// The old value that the next step is about.
  private var nextValue: NodeRef? {
    switch planner.steps[position] {
    case .replace(let value, _), .edit(let value): value
    default: nil
    }
  }

  private mutating func collectMembers(_ container: Int) {
    var touched: Set<NodeRef> = []
    while true {
      let step = planner.steps[position]
      position += 1
      switch step {
      case .removeMember(let name, let value):
        touched.insert(value)
        append(.remove(value), container, .member(name: name, isOld: true))
      case .addMember(let name, let value):
        append(.add(value), container, .member(name: name, isOld: false))
      case .changeMember(let name):
        if let value = nextValue { touched.insert(value) }
        collectEdit(in: container, at: .member(name: name, isOld: true))
      default:
        return keepMembers(of: container, except: touched)
      }
    }
  }

  // What stays as it is matters only as the source of a copy.

  private mutating func keepMembers(of container: Int, except touched: Set<NodeRef>) {
    guard planner.options.copies else { return }
    let object = document.containers[container].old
    for member in MemberTable(of: object, in: planner.old.tree).members
    where !touched.contains(member.value) {
      let place = LiveDocument.Place.member(name: member.name, isOld: true)
      document.setChild(.kept(place), for: member.value, of: container)
    }
  }

  private mutating func collectElements(_ container: Int) {
    var isPresent: [Bool] = []
    let tree = planner.old.tree
    var olds = tree.children(of: document.containers[container].old)
    while true {
      let step = planner.steps[position]
      position += 1
      switch step {
      case .keepElements(let run):
        if planner.options.copies {
          keepElements(run, of: &olds, from: isPresent.count, of: container)
        }
        isPresent += repeatElement(true, count: run)
      case .removeElement(let value):
        append(.remove(value), container, .element(slot: isPresent.count))
        isPresent.append(true)
        if planner.options.copies { _ = olds.next(in: tree) }
      case .addElement(let value):
        append(.add(value), container, .element(slot: isPresent.count))
        isPresent.append(false)
      case .changeElement:
        collectEdit(in: container, at: .element(slot: isPresent.count))
        isPresent.append(true)
        if planner.options.copies { _ = olds.next(in: tree) }
      default:
        return document.setElements(isPresent, of: container)
      }
    }
  }

  private mutating func keepElements(
    _ count: Int, of olds: inout Tree.ChildCursor, from slot: Int, of container: Int
  ) {
    for distance in 0..<count {
      guard let value = olds.next(in: planner.old.tree)?.value else { return }
      let place = LiveDocument.Place.element(slot: slot + distance)
      document.setChild(.kept(place), for: value, of: container)
    }
  }

  private mutating func append(_ kind: Event.Kind, _ container: Int, _ place: LiveDocument.Place) {
    events.append(
      Event(kind: kind, location: LiveDocument.Location(container: container, place: place)))
  }

  // MARK: Joining

  /// Finds the additions of values that are removed elsewhere.
  private mutating func joinRemovals() {
    var removals: [UInt64: [Int]] = [:]
    for (index, event) in events.enumerated().reversed() {
      if case .remove(let value) = event.kind {
        removals[planner.old.hash(of: value), default: []].append(index)
      }
    }
    guard !removals.isEmpty else { return }
    for (index, event) in events.enumerated() {
      guard let value = relocatable(event) else { continue }
      let hash = planner.new.hash(of: value)
      guard let candidate = removals[hash]?.last,
        case .remove(let removed) = events[candidate].kind, planner.areEqual(removed, value)
      else { continue }
      removals[hash]?.removeLast()
      sources[index] = candidate
      moved.insert(candidate)
    }
  }

  /// The value that comes into a place to which another can be moved or copied: not that of an element which is
  /// replaced, because there it would be inserted.
  private func relocatable(_ event: Event) -> NodeRef? {
    switch event.kind {
    case .remove: return nil
    case .add(let value): return value
    case .replace(_, let value):
      if case .member = event.location.place { return value }
      return nil
    }
  }

  private mutating func indexOldValues() {
    let root = planner.old.root
    for distance in 0..<planner.old.tree[root].span {
      let value = root.advanced(by: distance)
      guard planner.old.tree[value].kind != .name,
        planner.old.size(of: value) >= Self.smallestCopy
      else { continue }
      copyable[planner.old.hash(of: value), default: []].append(value)
    }
  }

  // MARK: Writing

  private mutating func write(_ index: Int) {
    let event = events[index]
    switch event.kind {
    case .remove(let value):
      guard !moved.contains(index) else { return }
      let path = document.path(to: event.location)
      writeGuard(value, path)
      text.append(.remove, path: path, value: .none, of: planner.old.tree)
      document.remove(at: event.location)
    case .add(let value):
      if let source = sources[index] {
        writeMove(of: source, as: value, to: event.location)
      } else {
        let path = path(toAdd: event.location)
        if !writeCopy(of: value, to: path) {
          write(.add, value, path)
        }
      }
      document.insert(at: event.location)
      remember(value, event.location)
    case .replace(let old, let value):
      let path = document.path(to: event.location)
      writeGuard(old, path)
      if let source = sources[index] {
        writeMove(of: source, as: value, to: event.location)
      } else if relocatable(event) == nil || !writeCopy(of: value, to: path) {
        write(.replace, value, path)
      }
      remember(value, event.location)
    }
  }

  private mutating func write(
    _ kind: JSONPatch.Operation.Kind, _ value: NodeRef, _ path: borrowing PointerText
  ) {
    text.append(kind, path: path, value: value, of: planner.new.tree)
    hasWrittenValues = true
  }

  private func path(toAdd location: LiveDocument.Location) -> PointerText {
    document.path(to: location, appendsWithDash: planner.options.appendsWithDash)
  }

  private mutating func writeMove(
    of source: Int, as value: NodeRef, to location: LiveDocument.Location
  ) {
    let from = document.path(to: events[source].location)
    if case .remove(let removed) = events[source].kind { writeGuard(removed, from) }
    // The target is found after the removal (RFC 6902 section 4.4).
    document.remove(at: events[source].location)
    let path = path(toAdd: location)
    // An element may move into the one that takes its index, but the RFC takes that for a move into itself.
    guard !from.isProperPrefix(of: path) else {
      text.append(.remove, path: from, value: .none, of: planner.old.tree)
      return write(.add, value, path)
    }
    text.append(.move, from: from, path: path)
  }

  /// Writes a copy if there is a source for it that takes fewer bytes than the value.
  private mutating func writeCopy(of value: NodeRef, to path: borrowing PointerText) -> Bool {
    guard planner.options.copies else { return false }
    let size = planner.new.size(of: value)
    let surplus = OperationSyntax.size(of: .copy) - OperationSyntax.size(of: .add)
    guard size > surplus, let from = source(of: value), from.count + surplus < size else {
      return false
    }
    text.append(.copy, from: from, path: path)
    return true
  }

  /// The path of a value that is equal to one that is added.
  private mutating func source(of value: NodeRef) -> PointerText? {
    let hash = planner.new.hash(of: value)
    let new = planner.new.tree
    if let known = added[hash]?.first(where: { new.isEqual($0.value, to: value, of: new) }) {
      return document.path(to: known.location)
    }
    for candidate in copyable[hash] ?? [] where planner.areEqual(candidate, value) {
      if let path = document.path(toUnchanged: candidate) { return path }
    }
    return nil
  }

  private mutating func remember(_ value: NodeRef, _ location: LiveDocument.Location) {
    guard planner.options.copies, planner.new.size(of: value) >= Self.smallestCopy else {
      return
    }
    added[planner.new.hash(of: value), default: []].append((value, location))
  }

  private mutating func writeGuard(_ value: NodeRef, _ path: borrowing PointerText) {
    guard planner.options.tests == .values else { return }
    text.append(.test, path: path, value: value, of: planner.old.tree)
  }
}
