internal import JSONPatching

extension PatchProfile.ValueType {
  /// A way in which a value does not have its type.
  struct Problem {
    var code: JSONPatch.Code
    var severity: JSONPatch.Severity = .error
    var message: String
    var help: String?
    var note: String?
    /// The value that the message quotes.
    var quotation: Finding.Quotation?
  }

  /// Every way in which a value does not have this type, but at most a handful.
  ///
  /// - Parameters:
  ///   - value: The value to check.
  ///   - place: The path of the value, for the messages.
  /// - Returns: The problems, by place.
  func problems(in value: JSON, at place: JSONPointer) -> [Problem] {
    guard !isSatisfied(byScalar: value) else { return [] }
    var checker = ValueChecker()
    checker.check(value, against: self, at: place)
    return checker.problems
  }

  /// The common case of a scalar that has the type, decided without building the paths that only
  /// messages need.
  func isSatisfied(byScalar value: JSON) -> Bool {
    switch form {
    case .any: true
    case .kind(let kind): value.kind == kind
    case .integer: value.number?.isInteger == true
    case .text(let text) where text.isOpen && value.hasText: true
    case .text(let text): value.string.map { text.breach(in: $0) == nil } ?? false
    case .optional(let type): value.isNull || type.isSatisfied(byScalar: value)
    case .named(let named): named.type.isSatisfied(byScalar: value)
    case .choice, .elements, .map, .members: false
    }
  }
}

extension JSON {
  /// Whether the value is a string that is not empty.
  fileprivate var hasText: Bool { kind == .string && Tree(storage)[ref].length > 2 }
}
