/// Writes values in a layout of its own choice, whatever their text looks like.
///
/// Strings, names and numbers keep their spelling; only the white space between them is new.
struct StyledWriter {
  private let tree: Tree
  private let sortsMembers: Bool

  init(_ tree: Tree, sortsMembers: Bool = false) {
    self.tree = tree
    self.sortsMembers = sortsMembers
  }

  /// A container whose closing bracket is still to be written.
  private struct Frame {
    var children: Children
    let isObject: Bool
    var isEmpty = true

    enum Children {
      case inOrder(Tree.ChildCursor)
      case sorted([Tree.Child], next: Int)

      mutating func next(in tree: Tree) -> Tree.Child? {
        switch self {
        case .inOrder(var cursor):
          let child = cursor.next(in: tree)
          self = .inOrder(cursor)
          return child
        case .sorted(let members, let next):
          guard next < members.count else { return nil }
          self = .sorted(members, next: next + 1)
          return members[next]
        }
      }
    }
  }

  /// Writes a value.
  func write(_ ref: NodeRef, in layout: Layout, to output: inout OutputBuffer) {
    var layout = layout
    var open: [Frame] = []
    begin(ref, &open, &output)
    while !open.isEmpty {
      let last = open.count - 1
      guard let child = open[last].children.next(in: tree) else {
        end(open.removeLast(), &layout, &output)
        continue
      }
      if !open[last].isEmpty { output.append(UInt8(ascii: ",")) }
      separate(isFirst: open[last].isEmpty, isObject: open[last].isObject, &layout, &output)
      open[last].isEmpty = false
      if child.name != .none {
        output.append(tree.text(of: tree[child.name]))
        output.append(layout.colon)
      }
      begin(child.value, &open, &output)
    }
  }

  private func begin(
    _ ref: NodeRef, _ open: inout [Frame], _ output: inout OutputBuffer
  ) {
    let node = tree[ref]
    guard node.isContainer else {
      output.append(tree.text(of: node))
      return
    }
    let isObject = node.kind == .object
    output.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
    let children: Frame.Children =
      isObject && sortsMembers
      ? .sorted(tree.sortedMembers(of: ref), next: 0) : .inOrder(tree.children(of: ref))
    open.append(Frame(children: children, isObject: isObject))
  }

  private func separate(
    isFirst: Bool, isObject: Bool, _ layout: inout Layout, _ output: inout OutputBuffer
  ) {
    guard layout.isMultiline else {
      output.append(
        !isFirst ? layout.afterComma : isObject ? layout.objectPadding : layout.arrayPadding)
      return
    }
    if isFirst { layout.indentation += layout.unit }
    output.append(layout.newline)
    output.append(layout.indentation)
  }

  private func end(
    _ frame: Frame, _ layout: inout Layout, _ output: inout OutputBuffer
  ) {
    if !frame.isEmpty {
      if layout.isMultiline {
        layout.indentation.removeLast(layout.unit.count)
        output.append(layout.newline)
        output.append(layout.indentation)
      } else {
        output.append(frame.isObject ? layout.objectPadding : layout.arrayPadding)
      }
    }
    output.append(frame.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
  }
}
