internal import JSONTypes

/// The size of the text of an operation around its pointers and its value.
enum OperationSyntax {
  /// The bytes of an operation without those of its pointers and its value.
  static func size(of kind: JSONPatch.Operation.Kind) -> Int {
    let name = kind.name.utf8CodeUnitCount
    if kind.hasFrom { return name + relocation.utf8CodeUnitCount }
    return name + (kind.hasValue ? change : removal).utf8CodeUnitCount
  }

  private static var removal: StaticString { #"{"op":"","path":""}"# }
  private static var change: StaticString { #"{"op":"","path":"","value":}"# }
  private static var relocation: StaticString { #"{"op":"","from":"","path":""}"# }
}

extension JSONPatch.Operation.Kind {
  /// The raw value, which needs no memory of its own.
  var name: StaticString {
    switch self {
    case .add: "add"
    case .remove: "remove"
    case .replace: "replace"
    case .move: "move"
    case .copy: "copy"
    case .test: "test"
    }
  }
}
