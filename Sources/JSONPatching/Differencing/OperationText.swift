internal import JSONTypes

/// The text of a patch, one operation after the other.
struct OperationText {
  private(set) var bytes: [UInt8] = [UInt8(ascii: "[")]
  private(set) var count = 0

  /// The whole text.
  consuming func finish() -> [UInt8] {
    if count > 0 { bytes.removeLast() }
    bytes.append(UInt8(ascii: "]"))
    return bytes
  }

  /// What the text costs.
  var cost: DifferenceCost { DifferenceCost(bytes: bytes.count, operations: count) }

  /// Appends an operation; pointers are in the form that they take within a JSON string, and the value is one of the
  /// tree.
  mutating func append(
    _ kind: JSONPatch.Operation.Kind, from: [UInt8] = [], path: [UInt8], value: NodeRef = .none,
    of tree: Tree
  ) {
    append(OperationSyntax.opening(of: kind))
    if kind.hasFrom {
      append(OperationSyntax.from)
      bytes += from
      append(OperationSyntax.quotation)
    }
    append(OperationSyntax.path)
    bytes += path
    append(OperationSyntax.quotation)
    if kind.hasValue {
      append(OperationSyntax.value)
      tree.appendCompact(value, to: &bytes)
    }
    append(OperationSyntax.closing)
    bytes.append(UInt8(ascii: ","))
    count += 1
  }

  private mutating func append(_ syntax: StaticString) {
    bytes.append(contentsOf: syntax.description.utf8)
  }
}

extension DifferencePlanner {
  /// A text that begins with the test of the old document's version, if there is to be one.
  var guardedText: OperationText {
    var text = OperationText()
    let root = old.json.ref
    guard options.tests == .version, old.tree[root].kind == .object else { return text }
    for member in MemberTable(of: root, in: old.tree).members
    where old.tree.string(of: old.tree[member.name]).utf8.elementsEqual("version".utf8) {
      text.append(.test, path: Array("/version".utf8), value: member.value, of: old.tree)
    }
    return text
  }
}
