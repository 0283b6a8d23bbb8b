internal import JSONTypes

/// Writes the operations of an edit as the text of a patch.
struct DifferenceWriter {
  private let old: Tree
  private let new: Tree
  private let options: JSONPatch.DifferenceOptions
  private(set) var text: OperationText
  /// The path of the value that is being edited, in the form that it takes within a JSON string.
  private var path: [UInt8] = []

  init(_ planner: DifferencePlanner) {
    text = planner.guardedText
    old = planner.old.tree
    new = planner.new.tree
    options = planner.options
  }

  /// Writes the edit of a value.
  mutating func write(_ edit: DifferenceEdit, _ first: NodeRef, _ second: NodeRef) {
    switch edit {
    case .none: break
    case .replacement:
      writeGuard(first)
      write(.replace, second, of: new)
    case .members(let edits):
      for edit in edits { write(edit) }
    case .elements(let edits):
      write(edits, of: old.childCount(of: first))
    }
  }

  private mutating func write(_ edit: MemberEdit) {
    let parent = path.count
    path.append(UInt8(ascii: "/"))
    switch edit {
    case .remove(let name, let value):
      old.appendToken(name, to: &path)
      writeRemoval(value)
    case .add(let name, let value):
      new.appendToken(name, to: &path)
      write(.add, value, of: new)
    case .change(let name, let first, let second, let edit):
      old.appendToken(name, to: &path)
      write(edit, first, second)
    }
    path.removeLast(path.count - parent)
  }

  private mutating func write(_ edits: [ElementEdit], of count: Int) {
    let parent = path.count
    var index = 0
    var length = count
    for edit in edits {
      path.append(UInt8(ascii: "/"))
      switch edit {
      case .keep(let run):
        index += run
      case .remove(let value):
        appendIndex(index)
        writeRemoval(value)
        length -= 1
      case .add(let value):
        if options.appendsWithDash, index == length {
          path.append(UInt8(ascii: "-"))
        } else {
          appendIndex(index)
        }
        write(.add, value, of: new)
        index += 1
        length += 1
      case .change(let first, let second, let edit):
        appendIndex(index)
        write(edit, first, second)
        index += 1
      }
      path.removeLast(path.count - parent)
    }
  }

  private mutating func appendIndex(_ index: Int) { path += String(index).utf8 }

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
