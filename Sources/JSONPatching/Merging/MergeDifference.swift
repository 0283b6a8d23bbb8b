internal import JSONTypes

/// Writes the merge patch between two objects, without recursion.
struct MergeDifference {
  private let old: Tree
  private let new: Tree
  private var text: [UInt8] = []
  private var open: [Frame] = []

  /// How deep objects are compared by their text at first.
  private static let depthLimit = 64

  init(from old: JSON, to new: JSON) {
    let (first, second) = (old.flattened, new.flattened)
    self.old = Tree(first.storage)
    self.new = Tree(second.storage)
    open = [frame(first.ref, second.ref, name: .none)]
  }

  /// Two objects of which some members are still to be compared.
  private struct Frame {
    let before: MemberTable
    let after: MemberTable
    /// The name of the objects in the new document.
    let name: NodeRef
    /// Where the text begins, to be taken back if there is no difference.
    let start: Int
    /// Of the old members, then of the new ones.
    var position = 0
    var isEmpty = true
  }

  private func frame(_ first: NodeRef, _ second: NodeRef, name: NodeRef) -> Frame {
    Frame(
      before: MemberTable(of: first, in: old), after: MemberTable(of: second, in: new),
      name: name, start: text.count)
  }

  /// Writes the patch.
  consuming func write() throws(JSONPatchError) -> [UInt8] {
    text = [UInt8(ascii: "{")]
    while !open.isEmpty {
      let last = open.count - 1
      let position = open[last].position
      open[last].position += 1
      let removals = open[last].before.members.count
      if position < removals {
        writeRemoval(position)
      } else if position < removals + open[last].after.members.count {
        try writeMember(position - removals)
      } else {
        close()
      }
    }
    return text
  }

  private mutating func writeRemoval(_ position: Int) {
    let frame = open[open.count - 1]
    let member = frame.before.members[position]
    guard frame.after.position(of: member, in: frame.before, near: position) == nil else { return }
    writeName(member.name, of: old)
    text += "null".utf8
  }

  private mutating func writeMember(_ position: Int) throws(JSONPatchError) {
    let frame = open[open.count - 1]
    let member = frame.after.members[position]
    if let known = frame.before.position(of: member, in: frame.after, near: position) {
      let value = frame.before.members[known].value
      if old[value].kind == .object, new[member.value].kind == .object {
        // Deeper down, the same text would be looked at on every level.
        if open.count < Self.depthLimit, old.hasText(of: value, as: member.value, of: new) {
          return
        }
        let nested = self.frame(value, member.value, name: member.name)
        let wasEmpty = frame.isEmpty
        writeName(member.name, of: new)
        open[open.count - 1].isEmpty = wasEmpty
        text.append(UInt8(ascii: "{"))
        open.append(nested)
        return
      }
      guard !old.isEqual(value, to: member.value, of: new) else { return }
    }
    try Self.check(
      JSON(new.storage, member.value), at: path.appending(new.string(of: new[member.name])))
    writeName(member.name, of: new)
    new.appendCompact(member.value, to: &text)
  }

  private mutating func writeName(_ name: NodeRef, of tree: Tree) {
    if !open[open.count - 1].isEmpty { text.append(UInt8(ascii: ",")) }
    open[open.count - 1].isEmpty = false
    text.append(contentsOf: tree.text(of: tree[name]))
    text.append(UInt8(ascii: ":"))
  }

  /// Completes an object, or takes it back if it is without difference.
  private mutating func close() {
    let frame = open.removeLast()
    guard frame.isEmpty, !open.isEmpty else {
      text.append(UInt8(ascii: "}"))
      if !open.isEmpty { open[open.count - 1].isEmpty = false }
      return
    }
    text.removeLast(text.count - frame.start)
  }

  private var path: JSONPointer {
    JSONPointer(tokens: open.dropFirst().map { new.string(of: new[$0.name]) })
  }

  /// Refuses a value that a merge patch cannot set: `null`, or an object with a member that is `null`.
  static func check(
    _ value: JSON, at path: @autoclosure () -> JSONPointer
  ) throws(JSONPatchError) {
    guard let null = value.isNull ? .root : NullSearch.firstNull(in: value) else { return }
    var error = JSONPatchError(
      .notExpressible, "a merge patch cannot set a member to null: null removes it",
      help: "use a JSON Patch")
    error.pointer = JSONPointer(unchecked: path().description + null.description)
    throw error
  }
}
