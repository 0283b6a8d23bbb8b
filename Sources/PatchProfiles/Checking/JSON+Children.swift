internal import JSONPatching

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
