internal import JSONPatching

/// The place of a value: the tokens that lead to it.
struct Location {
  private(set) var tokens: [String]
  /// The position of the token that `-` could stand for too, when the place is the end of an array
  /// or in a value that comes there.
  private(set) var end: Int?

  init(_ tokens: [String], end: Int? = nil) {
    self.tokens = tokens
    self.end = end
  }

  init(_ pointer: JSONPointer) { self.init(pointer.tokens) }

  var count: Int { tokens.count }

  var pointer: JSONPointer { JSONPointer(tokens: tokens) }

  /// The place of a child.
  func appending(_ token: String) -> Location { Location(tokens + [token], end: end) }

  /// The place of an element.
  func appending(_ index: Int) -> Location { appending(String(index)) }
}

extension JSON {
  /// The tokens of the children.
  var childNames: [String] {
    if let object { return object.names }
    return array.map { $0.indices.map(String.init) } ?? []
  }

  /// The child that a token names.
  func child(_ token: String) -> JSON? {
    if kind == .array { return token.isArrayIndex ? Int(token).flatMap { self[$0] } : nil }
    return self[token]
  }
}
