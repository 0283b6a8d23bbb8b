internal import JSONTypes

/// Writes the operations of an edit as the text of a patch.
struct DifferenceWriter {
  private let steps: ContiguousArray<DifferenceStep>
  private let old: Tree
  private let new: Tree
  private let options: JSONPatch.DifferenceOptions
  private(set) var text: OperationText
  /// The path of the value that is being edited, in the form that it takes within a JSON string.
  private var path: [UInt8] = []
  /// The next step.
  private var position = 0

  init(_ planner: DifferencePlanner) {
    steps = planner.steps
    text = planner.guardedText
    old = planner.old.tree
    new = planner.new.tree
    options = planner.options
    path.reserveCapacity(128)
  }

  /// Writes the edit of the next value.
  mutating func writeEdit() {
    let step = steps[position]
    position += 1
    switch step {
    case .replace(let first, let second):
      writeGuard(first)
      write(.replace, second, of: new)
    case .edit(let container):
      if old[container].kind == .object {
        writeMembers()
      } else {
        writeElements(of: old.childCount(of: container))
      }
    default: break
    }
  }

  private mutating func writeMembers() {
    let parent = path.count
    while true {
      let step = steps[position]
      position += 1
      path.append(UInt8(ascii: "/"))
      switch step {
      case .removeMember(let name, let value):
        old.appendToken(name, to: &path)
        writeRemoval(value)
      case .addMember(let name, let value):
        new.appendToken(name, to: &path)
        write(.add, value, of: new)
      case .changeMember(let name):
        old.appendToken(name, to: &path)
        writeEdit()
      default:
        path.removeLast(path.count - parent)
        return
      }
      path.removeLast(path.count - parent)
    }
  }

  private mutating func writeElements(of count: Int) {
    let parent = path.count
    var index = 0
    var length = count
    while true {
      let step = steps[position]
      position += 1
      switch step {
      case .keepElements(let run):
        index += run
      case .removeElement(let value):
        path.appendToken(index)
        writeRemoval(value)
        length -= 1
      case .addElement(let value):
        if options.appendsWithDash, index == length {
          path += "/-".utf8
        } else {
          path.appendToken(index)
        }
        write(.add, value, of: new)
        index += 1
        length += 1
      case .changeElement:
        path.appendToken(index)
        writeEdit()
        index += 1
      default:
        return
      }
      path.removeLast(path.count - parent)
    }
  }

  // MARK: Operations

  private mutating func writeRemoval(_ value: NodeRef) {
    writeGuard(value)
    write(.remove, .none, of: old)
  }

  private mutating func writeGuard(_ value: NodeRef) {
    if options.tests == .values { write(.test, value, of: old) }
  }

  private mutating func write(
    _ kind: JSONPatch.Operation.Kind, _ value: NodeRef, of tree: Tree
  ) {
    text.append(kind, path: path, value: value, of: tree)
  }
}
