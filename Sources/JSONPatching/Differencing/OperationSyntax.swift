internal import JSONTypes

/// The text of an operation around its pointers and its value.
enum OperationSyntax {
  static func opening(of kind: JSONPatch.Operation.Kind) -> StaticString {
    switch kind {
    case .add: #"{"op":"add""#
    case .remove: #"{"op":"remove""#
    case .replace: #"{"op":"replace""#
    case .move: #"{"op":"move""#
    case .copy: #"{"op":"copy""#
    case .test: #"{"op":"test""#
    }
  }

  static let from: StaticString = #","from":""#
  static let path: StaticString = #","path":""#
  static let quotation: StaticString = "\""
  static let value: StaticString = #","value":"#
  static let closing: StaticString = "}"

  /// The bytes of an operation without those of its pointers and its value.
  static func size(of kind: JSONPatch.Operation.Kind) -> Int {
    var size = opening(of: kind).utf8CodeUnitCount
    size += path.utf8CodeUnitCount + quotation.utf8CodeUnitCount + closing.utf8CodeUnitCount
    if kind.hasValue { size += value.utf8CodeUnitCount }
    if kind.hasFrom { size += from.utf8CodeUnitCount + quotation.utf8CodeUnitCount }
    return size
  }
}
