internal import JSONTypes

/// Writes the operations of a planned edit as the text of a patch.
struct DifferenceWriter: ~Copyable {
  private var text: OperationText
  /// The path of the value that is being edited.
  private var path = PointerText()
  /// The next step.
  private var position = 0

  private init(_ text: consuming OperationText) { self.text = text }

  /// The text of the steps that a planner has found.
  static func text(_ plan: DifferencePlanner) -> OperationText {
    var writer = DifferenceWriter(plan.guardedText)
    writer.writeEdit(plan)
    return writer.text
  }

  // The plan is handed on, not kept: what it refers to is then not counted for each operation.

  /// Writes the edit of the next value.
  private mutating func writeEdit(_ plan: DifferencePlanner) {
    switch nextStep(plan) {
    case .replace(let first, let second):
      writeGuard(first, plan)
      text.append(.replace, path: path, value: second, of: plan.new.tree)
    case .edit(let container):
      if plan.old.tree[container].kind == .object {
        writeMembers(plan)
      } else {
        writeElements(of: plan.old.tree.childCount(of: container), plan)
      }
    default: break
    }
  }

  private mutating func nextStep(_ plan: DifferencePlanner) -> DifferenceStep {
    defer { position += 1 }
    return plan.steps[position]
  }

  private mutating func writeMembers(_ plan: DifferencePlanner) {
    let parent = path.count
    while true {
      switch nextStep(plan) {
      case .removeMember(let name, let value):
        path.append(name, of: plan.old.tree)
        writeRemoval(value, plan)
      case .addMember(let name, let value):
        path.append(name, of: plan.new.tree)
        writeAddition(value, plan)
      case .changeMember(let name):
        path.append(name, of: plan.old.tree)
        writeEdit(plan)
      default:
        return
      }
      path.truncate(to: parent)
    }
  }

  private mutating func writeElements(of count: Int, _ plan: DifferencePlanner) {
    let parent = path.count
    var index = 0
    var length = count
    while true {
      switch nextStep(plan) {
      case .keepElements(let run):
        index += run
      case .removeElement(let value):
        path.append(index)
        writeRemoval(value, plan)
        length -= 1
      case .addElement(let value):
        if plan.options.appendsWithDash, index == length {
          path.appendDash()
        } else {
          path.append(index)
        }
        writeAddition(value, plan)
        index += 1
        length += 1
      case .changeElement:
        path.append(index)
        writeEdit(plan)
        index += 1
      default:
        return
      }
      path.truncate(to: parent)
    }
  }

  // MARK: Operations

  private mutating func writeAddition(_ value: NodeRef, _ plan: DifferencePlanner) {
    text.append(.add, path: path, value: value, of: plan.new.tree)
  }

  private mutating func writeRemoval(_ value: NodeRef, _ plan: DifferencePlanner) {
    writeGuard(value, plan)
    text.append(.remove, path: path, value: .none, of: plan.old.tree)
  }

  private mutating func writeGuard(_ value: NodeRef, _ plan: DifferencePlanner) {
    guard plan.options.tests == .values else { return }
    text.append(.test, path: path, value: value, of: plan.old.tree)
  }
}
