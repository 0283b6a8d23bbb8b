import JSONPatching

/// A patch as text, one operation to a line.
///
/// ```
/// [
///   { "op": "replace", "path": "/on", "value": true }
/// ]
/// ```
struct PatchText {
  /// The patch.
  let patch: JSONPatch

  /// The text with a line break at its end; a valid JSON text, whatever the patch.
  var bytes: [UInt8] {
    guard !patch.isEmpty else { return Array("[]\n".utf8) }
    var bytes = Array("[\n".utf8)
    for (index, operation) in patch.enumerated() {
      bytes += (index == 0 ? "  " : ",\n  ").utf8
      append(operation, to: &bytes)
    }
    bytes += "\n]\n".utf8
    return bytes.visibleJSON
  }

  private func append(_ operation: JSONPatch.Operation, to bytes: inout [UInt8]) {
    append("op", JSON(operation.kind.rawValue), before: "{ ", to: &bytes)
    if let from = operation.from {
      append("from", JSON(from.description), before: ", ", to: &bytes)
    }
    append("path", JSON(operation.path.description), before: ", ", to: &bytes)
    if let value = operation.value { append("value", value, before: ", ", to: &bytes) }
    bytes += " }".utf8
  }

  private func append(
    _ name: String, _ value: JSON, before separator: String, to bytes: inout [UInt8]
  ) {
    bytes += "\(separator)\"\(name)\": ".utf8
    bytes += value.serialized(as: .compact)
  }
}
