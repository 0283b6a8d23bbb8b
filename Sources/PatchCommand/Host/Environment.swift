/// The variables that a command may ask for; it asks for those of colour, width and locale only.
package struct Environment: Sendable {
  private let lookUp: @Sendable (String) -> String?

  /// An environment that asks a function for each variable when it is needed.
  package init(_ lookUp: @escaping @Sendable (String) -> String?) {
    self.lookUp = lookUp
  }

  /// An environment of the given variables.
  package init(_ variables: [String: String] = [:]) {
    lookUp = { variables[$0] }
  }

  /// The value of a variable; `nil` if it is unset or empty, which means the same to all readers.
  package subscript(name: String) -> String? {
    guard let value = lookUp(name), !value.isEmpty else { return nil }
    return value
  }
}
