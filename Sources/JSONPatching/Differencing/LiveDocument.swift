internal import JSONTypes

/// The document while a patch with moves is applied to it: where everything is after the operations so far.
///
/// It knows the containers that are edited. Paths are worked out from where their elements are at the moment, so that
/// no operation can make the path of a later one stale.
struct LiveDocument {
  /// A container that is edited.
  struct Container {
    /// The container that it is in; `nil` for the document itself.
    var parent: Int?
    /// Where it is in its parent.
    var place: Place
    /// The container in the old document.
    var old: NodeRef
    /// `nil` for an object.
    var positions: ElementPositions?
    /// What becomes of the values that it has in the old document, if they may be copied.
    var children: [NodeRef: Child] = [:]
  }

  /// Where a value is in its container.
  enum Place {
    case root
    case member(name: NodeRef, isOld: Bool)
    case element(slot: Int)
  }

  /// What becomes of a value of the old document.
  enum Child {
    case kept(Place)
    case edited(Int)
  }

  /// A value in a container.
  struct Location {
    var container: Int
    var place: Place
  }

  let old: Tree
  let new: Tree
  private(set) var containers: [Container] = []

  init(old: Tree, new: Tree) {
    self.old = old
    self.new = new
  }

  // MARK: Building

  /// Adds a container whose children are not known yet.
  mutating func addContainer(_ old: NodeRef, in parent: Int?, at place: Place) -> Int {
    containers.append(Container(parent: parent, place: place, old: old))
    return containers.count - 1
  }

  /// Says which elements an array has at first.
  mutating func setElements(_ isPresent: [Bool], of container: Int) {
    containers[container].positions = ElementPositions(isPresent)
  }

  /// Says what becomes of a value of the old document.
  mutating func setChild(_ child: Child, for value: NodeRef, of container: Int) {
    containers[container].children[value] = child
  }

  // MARK: Changing

  /// Takes note of a value that was added.
  mutating func insert(at location: Location) {
    if case .element(let slot) = location.place {
      containers[location.container].positions?.insert(slot)
    }
  }

  /// Takes note of a value that was removed.
  mutating func remove(at location: Location) {
    if case .element(let slot) = location.place {
      containers[location.container].positions?.remove(slot)
    }
  }

  // MARK: Paths

  /// The path of a place; the place behind the last element may be `-`.
  func path(to location: Location, appendsWithDash: Bool = false) -> PointerText {
    var steps = [location]
    var container = containers[location.container]
    while let parent = container.parent {
      steps.append(Location(container: parent, place: container.place))
      container = containers[parent]
    }
    var path = PointerText()
    for (position, step) in steps.enumerated().reversed() {
      switch step.place {
      case .root: break
      case .member(let name, let isOld):
        path.append(name, of: isOld ? old : new)
      case .element(let slot):
        let positions = containers[step.container].positions
        let index = positions?.index(of: slot) ?? 0
        if appendsWithDash, position == 0, index == positions?.count {
          path.appendDash()
        } else {
          path.append(index)
        }
      }
    }
    return path
  }

  /// The path of a value of the old document that is still as it was; `nil` if it is not.
  func path(toUnchanged value: NodeRef) -> PointerText? {
    var container = 0
    while true {
      guard let child = child(of: containers[container].old, containing: value) else { return nil }
      switch containers[container].children[child.value] {
      case nil: return nil
      case .edited(let next):
        if child.value == value { return nil }
        container = next
      case .kept(let place):
        var path = path(to: Location(container: container, place: place))
        guard appendPath(from: child.value, to: value, &path) else { return nil }
        return path
      }
    }
  }

  private func appendPath(from start: NodeRef, to value: NodeRef, _ path: inout PointerText) -> Bool
  {
    var current = start
    while current != value {
      guard let child = child(of: current, containing: value) else { return false }
      if child.name == .none {
        path.append(child.index)
      } else {
        path.append(child.name, of: old)
      }
      current = child.value
    }
    return true
  }

  /// The child of a container of the old document that a value is in.
  private func child(
    of container: NodeRef, containing value: NodeRef
  ) -> (name: NodeRef, value: NodeRef, index: Int)? {
    var cursor = old.children(of: container)
    var index = 0
    while let child = cursor.next(in: old) {
      let end = child.value.index + Int(old[child.value].span)
      if value.index >= child.value.index, value.index < end {
        return (child.name, child.value, index)
      }
      index += 1
    }
    return nil
  }
}
