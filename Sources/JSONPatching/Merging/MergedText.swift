internal import JSONTypes

/// Writes what a merge patch makes of a value (RFC 7396 section 2), without recursion.
struct MergedText {
  private let target: Tree
  private let patch: Tree
  private var text: [UInt8] = []
  private var open: [Frame] = []

  /// An object of the patch that is merged into one of the target, or into nothing.
  private struct Frame {
    /// `nil` where the target has no object.
    let target: MemberTable?
    let patch: MemberTable
    /// Of the members of the target, then of those of the patch.
    var position = 0
    var isEmpty = true
  }

  /// The value that comes of merging an object into another one, or into nothing.
  static func value(merging patch: JSON, into target: JSON?) -> JSON {
    let (patch, target) = (patch.flattened, target?.flattened)
    var writer = MergedText(
      target: Tree((target ?? patch).storage), patch: Tree(patch.storage))
    writer.begin(patch.ref, into: target?.ref)
    writer.write()
    return JSON(assembled: writer.text)
  }

  private init(target: Tree, patch: Tree) {
    self.target = target
    self.patch = patch
  }

  private mutating func write() {
    while let frame = open.last {
      let last = open.count - 1
      open[last].position += 1
      let known = frame.target?.members.count ?? 0
      if let members = frame.target, frame.position < known {
        writeMember(frame.position, of: members, patchedBy: frame.patch)
      } else if frame.position < known + frame.patch.members.count {
        writeMember(frame.position - known, ofPatch: frame)
      } else {
        text.append(UInt8(ascii: "}"))
        open.removeLast()
      }
    }
  }

  private mutating func begin(_ object: NodeRef, into other: NodeRef?) {
    text.append(UInt8(ascii: "{"))
    open.append(
      Frame(
        target: other.map { MemberTable(of: $0, in: target) },
        patch: MemberTable(of: object, in: patch)))
  }

  /// Writes a member that the target has, as the patch leaves it.
  private mutating func writeMember(
    _ position: Int, of members: MemberTable, patchedBy patch: MemberTable
  ) {
    let member = members.members[position]
    guard let change = patch.position(of: member, in: members, near: position) else {
      writeName(member.name, of: target)
      return target.appendCompact(member.value, to: &text)
    }
    write(patch.members[change], into: member.value)
  }

  /// Writes a member that only the patch has.
  private mutating func writeMember(_ position: Int, ofPatch frame: Frame) {
    let member = frame.patch.members[position]
    guard frame.target?.position(of: member, in: frame.patch, near: position) == nil else {
      return
    }
    write(member, into: nil)
  }

  private mutating func write(_ member: MemberTable.Member, into value: NodeRef?) {
    switch patch[member.value].kind {
    case .null: return
    case .object:
      writeName(member.name, of: patch)
      begin(member.value, into: value.flatMap { target[$0].kind == .object ? $0 : nil })
    default:
      writeName(member.name, of: patch)
      patch.appendCompact(member.value, to: &text)
    }
  }

  private mutating func writeName(_ name: NodeRef, of tree: Tree) {
    let last = open.count - 1
    if !open[last].isEmpty { text.append(UInt8(ascii: ",")) }
    open[last].isEmpty = false
    text.append(contentsOf: tree.text(of: tree[name]))
    text.append(UInt8(ascii: ":"))
  }
}
