/// Where the children of one wide container are: what makes access by position or by name
/// independent of how many there are.
///
/// It is built on the first access that needs it and kept with the tape, whose nodes never change.
final class ChildIndex: Sendable {
  /// For every child the distance of its value node from the container's node.
  let positions: ContiguousArray<UInt32>
  /// Open addressing over the hashes of the names: a child's position plus one, or zero.
  let slots: ContiguousArray<UInt32>
  /// The positions of members whose name an earlier one has.
  let repeated: Set<UInt32>

  /// Containers with fewer children are searched without an index.
  static let threshold = 24

  init(
    positions: ContiguousArray<UInt32>, slots: ContiguousArray<UInt32> = [],
    repeated: Set<UInt32> = []
  ) {
    self.positions = positions
    self.slots = slots
    self.repeated = repeated
  }

  /// The child of the tape with an ordinal, if there is one.
  @inline(__always)
  func child(_ ordinal: Int, of container: NodeRef) -> NodeRef? {
    ordinal < positions.count ? container.advanced(by: positions[ordinal]) : nil
  }
}
