extension Tree {
  /// A depth that no container exceeds: known without looking at them.
  package var depthBound: Int { overlay?.depthBound ?? storage.parsed.depth }

  /// How deep containers nest below a value, the value itself included.
  ///
  /// - Complexity: O(*n*) for *n* nodes; needs no stack however deep the value is.
  package func height(of ref: NodeRef) -> Int {
    guard self[ref].isContainer else { return 0 }
    var open = [children(of: ref)]
    var height = 1
    while !open.isEmpty {
      guard let child = open[open.count - 1].next(in: self) else {
        open.removeLast()
        continue
      }
      guard self[child.value].isContainer else { continue }
      open.append(children(of: child.value))
      height = max(height, open.count)
    }
    return height
  }
}
