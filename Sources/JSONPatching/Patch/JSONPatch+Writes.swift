package import JSONTypes

extension JSONPatch {
  /// A test, an addition or a replacement, as it stands in the text of the patch.
  package struct Write {
    package let kind: Operation.Kind
    /// The path, which has no escapes of JSON; valid as long as the patch is held.
    package let path: TextSlice
    package let value: NodeRef
  }

  /// The operation at a position, if it has a value and the text of its path can be read as it stands.
  ///
  /// For judges that know the paths they look for: nothing is copied.
  ///
  /// - Parameters:
  ///   - position: The position, which must be in range.
  ///   - tree: The tree of the patch's text.
  /// - Returns: The operation; `nil` if it is another one.
  package func write(at position: Int, in tree: Tree) -> Write? {
    let operation = compiled[position]
    guard operation.kind.hasValue, let path = tree.plainText(of: operation.path.string) else {
      return nil
    }
    return Write(kind: operation.kind, path: path, value: operation.value)
  }
}
