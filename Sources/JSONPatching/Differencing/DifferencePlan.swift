internal import JSONTypes

/// What a way to edit a value costs.
struct DifferenceCost {
  /// The bytes of the operations in compact text, a comma behind each.
  var bytes = 0
  var operations = 0

  static func + (first: DifferenceCost, second: DifferenceCost) -> DifferenceCost {
    DifferenceCost(
      bytes: first.bytes + second.bytes, operations: first.operations + second.operations)
  }

  static func += (first: inout DifferenceCost, second: DifferenceCost) { first = first + second }

  /// More than any edit costs, and not too much to be added to.
  static let prohibitive = DifferenceCost(bytes: .max / 4, operations: .max / 4)
}

/// How a new value comes of an old one.
indirect enum DifferenceEdit {
  /// They are equal.
  case none
  /// The new value takes the place of the old one.
  case replacement
  case members([MemberEdit])
  case elements([ElementEdit])
}

/// What happens to a member.
enum MemberEdit {
  case remove(name: NodeRef, NodeRef)
  case add(name: NodeRef, NodeRef)
  /// The name is that of the old member.
  case change(name: NodeRef, NodeRef, NodeRef, DifferenceEdit)
}

/// What happens to an element; edits are in the order of the new array, so that the index of each is
/// the number of elements that were kept, added and changed before it.
enum ElementEdit {
  case keep(Int)
  case remove(NodeRef)
  case add(NodeRef)
  case change(NodeRef, NodeRef, DifferenceEdit)
}

/// An edit and its cost.
struct DifferencePlan {
  var edit: DifferenceEdit
  var cost: DifferenceCost

  static var none: DifferencePlan { DifferencePlan(edit: .none, cost: DifferenceCost()) }

  /// Whether the values are equal, which the cost does not tell: an estimate may be zero.
  var isNone: Bool { if case .none = edit { true } else { false } }
}
