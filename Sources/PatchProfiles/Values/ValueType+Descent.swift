internal import JSONPatching

extension PatchProfile.ValueType {
  /// What is below a value of a certain type.
  enum Descent {
    /// A value of that type.
    case type(PatchProfile.ValueType)
    /// An object without a member of that name.
    case unknownMember(PatchProfile.Policy.Verdict, known: [String])
    /// An array, which has no element of that name.
    case notAnIndex
    /// Nothing: the type is a scalar.
    case nothing
  }

  /// The type of the child that a token names.
  ///
  /// `-` counts as an index; where it may stand depends on the operation.
  func child(_ token: String) -> Descent {
    switch form {
    case .any: .type(.any)
    case .kind(.object): .type(.any)
    case .kind(.array): token.isArrayIndex ? .type(.any) : .notAnIndex
    case .kind, .integer, .text, .choice: .nothing
    case .elements(let type): token.isArrayIndex ? .type(type) : .notAnIndex
    case .map(let type): .type(type)
    case .members(let members): members.child(token)
    case .optional(let type): type.child(token)
    case .named(let named): named.type.child(token)
    }
  }

  /// Whether values of the type have no children.
  var isScalar: Bool {
    switch form {
    case .any, .kind(.object), .kind(.array), .elements, .map, .members: false
    case .kind, .integer, .text, .choice: true
    case .optional(let type): type.isScalar
    case .named(let named): named.type.isScalar
    }
  }

  /// Whether values of the type are arrays.
  var isArray: Bool {
    switch form {
    case .kind(.array), .elements: true
    case .optional(let type): type.isArray
    case .named(let named): named.type.isArray
    default: false
    }
  }

  /// Why the server keeps arrays of this type sorted, with each element once; `nil` where it does not.
  var set: String? {
    switch form {
    case .elements(let type): type.text?.set
    case .optional(let type): type.set
    case .named(let named): named.type.set
    default: nil
    }
  }

  /// The bounds of the strings of this type.
  private var text: Text? {
    switch form {
    case .text(let text): text
    case .named(let named): named.type.text
    default: nil
    }
  }

  /// Whether the type has values of the kind of a certain one, whatever is inside of it.
  func includesKind(of value: JSON) -> Bool {
    kinds.contains(value.kind) && (form != .integer || value.number?.isInteger == true)
  }

  /// The kinds of JSON values that can have the type.
  var kinds: [JSON.Kind] {
    switch form {
    case .any: JSON.Kind.allCases
    case .kind(let kind): [kind]
    case .integer: [.number]
    case .text, .choice: [.string]
    case .elements: [.array]
    case .map, .members: [.object]
    case .optional(let type): type.kinds + [.null]
    case .named(let named): named.type.kinds
    }
  }
}

extension PatchProfile.ValueType.Members {
  fileprivate func child(_ token: String) -> PatchProfile.ValueType.Descent {
    if let type = type(of: token) { return .type(type) }
    return others == .accept ? .type(.any) : .unknownMember(others, known: types.map(\.name))
  }
}

extension String {
  /// Whether the token is `-`, which stands for the end of an array.
  var isDash: Bool { utf8.elementsEqual("-".utf8) }

  /// Whether the token is `-` or an array index by RFC 6901 section 4: digits without a leading
  /// zero.
  var isArrayIndex: Bool {
    if isDash { return true }
    guard let first = utf8.first, utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return false }
    return first != UInt8(ascii: "0") || utf8.count == 1
  }
}
