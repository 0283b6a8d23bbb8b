internal import JSONTypes

/// The containers of an old value whose edit is not a matter of cost.
struct DifferenceConstraints {
  /// Those that must not be replaced as a whole.
  var edited: Set<NodeRef> = []
  /// Those in which nothing may be edited.
  var replaced: Set<NodeRef> = []
}
