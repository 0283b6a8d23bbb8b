internal import JSONTypes

/// The text of an operation around its pointers and its value.
struct OperationSyntax {
  /// What comes before the first pointer.
  let opening: [UInt8]
  /// The bytes of an operation without those of its pointers and its value.
  let size: Int

  /// What comes between `from` and `path`.
  static let path = Array(#"","path":""#.utf8)
  /// What comes between `path` and the value.
  static let value = Array(#"","value":"#.utf8)

  private init(_ kind: JSONPatch.Operation.Kind) {
    opening = Array(#"{"op":"\#(kind.rawValue)","\#(kind.hasFrom ? "from" : "path")":""#.utf8)
    // A quotation mark or the introduction of a value, and a brace.
    size =
      opening.count + (kind.hasFrom ? Self.path.count : 0)
      + (kind.hasValue ? Self.value.count : 1) + 1
  }

  private static let add = OperationSyntax(.add)
  private static let remove = OperationSyntax(.remove)
  private static let replace = OperationSyntax(.replace)
  private static let move = OperationSyntax(.move)
  private static let copy = OperationSyntax(.copy)
  private static let test = OperationSyntax(.test)

  /// The text of an operation of a kind.
  static func of(_ kind: JSONPatch.Operation.Kind) -> OperationSyntax {
    switch kind {
    case .add: add
    case .remove: remove
    case .replace: replace
    case .move: move
    case .copy: copy
    case .test: test
    }
  }
}
