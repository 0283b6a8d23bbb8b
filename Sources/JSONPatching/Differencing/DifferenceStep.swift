internal import JSONTypes

/// A step of an edit: how a new value comes of an old one, without nesting.
///
/// The edit of a value is a `replace`, or the steps of a container from its `edit` to its `end`.
enum DifferenceStep {
  /// The new value takes the place of the old one.
  case replace(NodeRef, by: NodeRef)
  /// A container of the old document is edited, in the order of the new one: the index of an element is the number of
  /// elements that were kept, added and changed before it.
  case edit(NodeRef)
  /// The edit of a container is complete.
  case end

  case removeMember(name: NodeRef, NodeRef)
  case addMember(name: NodeRef, NodeRef)
  /// The edit of the value follows; the name is that of the old member.
  case changeMember(name: NodeRef)

  case keepElements(Int)
  case removeElement(NodeRef)
  case addElement(NodeRef)
  /// The edit of the value follows.
  case changeElement
}
