internal import JSONPatching

extension JSON {
  /// An object of the members that are there.
  init(present members: [(String, JSON?)]) {
    self.init(members: members.compactMap { name, value in value.map { (name, $0) } })
  }

  /// A value that is there on a condition.
  init?(_ value: @autoclosure () -> JSON, when condition: Bool) {
    guard condition else { return nil }
    self = value()
  }

  /// An array of strings.
  init(strings: some Sequence<String>) { self.init(strings.map { JSON($0) }) }

  /// An array; `nil` when it would have no elements.
  init?(unlessEmpty elements: [JSON]) {
    guard !elements.isEmpty else { return nil }
    self.init(elements)
  }
}
