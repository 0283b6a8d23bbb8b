/// An operation as a patch document has it, whatever its form.
extension ModelJSON {
  /// The members of an operation that are pointers.
  static let pointerNames = ["path", "from"]

  /// The pointer that is the member of a name, if it is one.
  func pointer(_ name: String) -> ModelPointer? {
    self[name]?.text.flatMap { ModelPointer($0.utf8) }
  }

  /// The operation with another value of a member, or with a member more.
  func setting(_ name: String, to value: ModelJSON) -> ModelJSON {
    let name = Array(name.utf8)
    var members = members ?? []
    if let index = members.firstIndex(where: { $0.name == name }) {
      members[index].value = value
    } else {
      members.append(Member(name: name, value: value))
    }
    return .object(members)
  }
}
