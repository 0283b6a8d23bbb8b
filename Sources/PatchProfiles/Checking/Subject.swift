internal import JSONPatching

/// One operation to judge, as far as it could be read.
struct Subject {
  let index: Int
  let kind: JSONPatch.Operation.Kind?
  let path: JSONPointer?
  let from: JSONPointer?
  let value: JSON?
  /// The operation; `nil` when it is malformed.
  let operation: JSONPatch.Operation?
  /// The value, and whatever else a malformed operation may have in place of it.
  let payloads: [JSON]

  init(_ operation: JSONPatch.Operation, index: Int) {
    self.index = index
    self.operation = operation
    kind = operation.kind
    path = operation.path
    from = operation.from
    value = operation.value
    payloads = value.map { [$0] } ?? []
  }

  init(_ entry: PatchDraft.Entry) {
    index = entry.index
    operation = entry.operation
    kind = entry.op.flatMap { JSONPatch.Operation.Kind(rawValue: $0) }
    path = entry.path.flatMap { try? JSONPointer($0) }
    from = entry.from.flatMap { try? JSONPointer($0) }
    value = entry.value
    payloads = entry.payloads
  }

  /// The paths that the operation reads or writes.
  var pointers: [JSONPointer] { [path, from].compactMap(\.self) }
}

extension PatchDraft.Entry {
  /// Everything in the operation but its name and its paths; a repeated member as often as it is
  /// there.
  fileprivate var payloads: [JSON] {
    guard let members = json.object else { return [json] }
    return members.filter { member in
      !["op", "path", "from"].contains { $0.utf8.elementsEqual(member.name.utf8) }
    }.map(\.value)
  }
}
