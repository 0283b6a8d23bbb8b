extension Catalog {
  /// The same work on documents of growing size, and the same operations on containers of growing
  /// size: what must not grow shows when it does.
  mutating func addCurve(plan: Plan) {
    for size in Self.powersOfTen(from: 100, through: plan.largestDocument) {
      add("curve.document", Quantity.short(Quantity.bytes(Double(size))), size: size) { label in
        let list = GrowingList(size: size)
        return BytesToBytes(
          label,
          [
            BytesToBytes.Case(
              document: list.document, patch: list.patch.json(), result: list.result)
          ])
      }
    }
    let sizes = Self.powersOfTen(from: 100, through: plan.largestContainer)
    addOperations(on: sizes, count: plan.scaled(1000))
  }

  private static func powersOfTen(from first: Int, through last: Int) -> [Int] {
    Array(sequence(first: first) { $0 * 10 }.prefix { $0 <= last })
  }

  private mutating func addOperations(on sizes: [Int], count: Int) {
    func add(_ code: String, task: @escaping (_ size: Int) -> Task) {
      for size in sizes {
        self.add("curve." + code, Quantity.count(Double(size)) + " children", size: size) {
          try task(size).workload($0, ownership: .unique)
        }
      }
    }
    func numbers(_ count: Int) -> (array: Tree, elements: [Tree]) {
      let array = ManyOperations.wideArray(count: count)
      return (array, array["a"]?.elements ?? [])
    }
    let added = (0..<count).map { Tree.number($0) }
    add("insert") { size in
      let (array, elements) = numbers(size)
      return Task(
        document: array, patch: ManyOperations.adds(count: count, at: "0"),
        result: ["a": .array(added.reversed() + elements)])
    }
    add("append") { size in
      let (array, elements) = numbers(size)
      return Task(
        document: array, patch: ManyOperations.adds(count: count, at: "-"),
        result: ["a": .array(elements + added)])
    }
    func addChanges(
      _ code: String, patch: @escaping (_ elements: inout [Tree]) -> Tree
    ) {
      add(code) { size in
        var (array, elements) = numbers(size)
        let patch = patch(&elements)
        return Task(document: array, patch: patch, result: ["a": .array(elements)])
      }
    }
    addChanges("replace") { ManyOperations.replaces(count: count, in: &$0) }
    addChanges("remove") { ManyOperations.removals(count: count, in: &$0) }
    addChanges("move") { ManyOperations.moves(count: count, in: &$0) }
    addChanges("copy") { ManyOperations.copies(count: count, in: &$0) }
    addChanges("test") { ManyOperations.tests(count: count, of: $0) }
    add("member") { size in
      let object = ManyOperations.wideObject(count: size)
      let patch = ManyOperations.newMembers(count: count)
      return Task(
        document: object, patch: patch, result: ManyOperations.wideObject(object, after: patch))
    }
  }
}
