import JSONPatching

/// Applying, by the size of the document or the number of operations.
extension Cost {
  static var applying: [Cost] {
    [
      Cost("a patch of one operation on a long document", .constant) { count in
        var json = try Inputs.list(count)
        consume(json[count / 2]?["id"])
        let path = JSONPointer(tokens: ["\(count / 2)", "id"])
        let patch: JSONPatch = [.test(path, JSON(count / 2)), .replace(path, -1)]
        return { try json.apply(patch) }
      },
      Cost("an insertion into a long array", .constant) {
        var json = try Inputs.numbers($0)
        consume(json[0])
        return { try json.apply([.add("/0", -1)]) }
      },
      Cost("a patch from bytes to bytes", .linear) {
        let text = Inputs.listText($0)
        let patch: JSONPatch = [.replace("/0/id", -1), .add("/-", [])]
        return { consume(try patch.apply(toJSON: text)) }
      },
      Cost("a patch in a session", .linear) {
        let text = Inputs.listText($0)
        let patch: JSONPatch = [.replace("/0/id", -1), .add("/-", [])]
        var session = PatchSession()
        consume(try session.apply(patch, toJSON: text))
        return { consume(try session.apply(patch, toJSON: text)) }
      },
      Cost("undo n operations after one that fails", .linear) {
        let patch = JSONPatch(Array(Inputs.replacements($0)) + [.remove("/nowhere")])
        var json = try Inputs.wide($0)
        return { consume(try? json.apply(patch, limits: .unlimited)) }
      },
      Cost("undo n operations on a document with edits", .linear) {
        let patch = JSONPatch(Array(Inputs.replacements($0)) + [.remove("/nowhere")])
        var json = try Inputs.edited($0)
        return { consume(try? json.apply(patch, limits: .unlimited)) }
      },
      Cost("a test of the whole document", .linear) {
        let (json, same) = (try Inputs.list($0), try Inputs.list($0))
        return { consume(try json.applying([.test("", same)])) }
      },
      Cost("a test of another kind", .constant) {
        let json = try Inputs.list($0)
        return { consume(try? json.applying([.test("", 1)])) }
      },
      Cost("a copy of a long value", .linear) {
        let json: JSON = ["a": try Inputs.list($0)]
        return { consume(try json.applying([.copy(from: "/a", to: "/b")], limits: .unlimited)) }
      },
      Cost("a move of a long value", .constant) {
        var json = try JSON(
          parsing: "{\"a\":\(String(decoding: Inputs.listText($0), as: UTF8.self)),\"b\":{}}")
        return { try json.apply([.move(from: "/a", to: "/b/c")], limits: .unlimited) }
      },
      Cost("an operation n levels down", .linear) {
        var json = try Inputs.deep($0)
        let path = Inputs.path(depth: $0)
        return { try json.apply([.replace(path, 1)], limits: .unlimited) }
      },
    ]
      + [
        operations("replace", on: Inputs.wide(_:)) { .replace(Inputs.path($0), -1) },
        operations("test", on: Inputs.wide(_:)) { .test(Inputs.path($0), JSON($0)) },
        operations("add a member", on: Inputs.wide(_:)) {
          .add(JSONPointer(tokens: ["new-\($0)"]), 1)
        },
        operations("remove a member", on: Inputs.wide(_:)) { .remove(Inputs.path($0)) },
        operations("copy", on: Inputs.wide(_:)) {
          .copy(from: Inputs.path($0), to: JSONPointer(tokens: ["new-\($0)"]))
        },
        operations("move", on: Inputs.wide(_:)) {
          .move(from: Inputs.path($0), to: JSONPointer(tokens: ["new-\($0)"]))
        },
        operations("insert at the front", on: Inputs.numbers) { .add("/0", JSON($0)) },
        operations("insert everywhere", .linearithmic, on: Inputs.numbers) {
          .add(JSONPointer(tokens: ["\($0 * 7919 % ($0 + 1))"]), JSON($0))
        },
        operations("append", on: Inputs.numbers) { .add("/-", JSON($0)) },
        operations("remove from the front", on: Inputs.numbers) { _ in .remove("/0") },
        operations("move to the front", .linearithmic, on: Inputs.numbers) {
          .move(from: JSONPointer(tokens: ["\($0)"]), to: "/0")
        },
      ]
  }

  /// So many operations of a kind on a document that has so many children.
  private static func operations(
    _ name: String, _ shape: Shape = .linear, on document: @escaping (Int) throws -> JSON,
    _ operation: @escaping (Int) -> JSONPatch.Operation
  ) -> Cost {
    Cost("n times \(name)", shape) { count in
      var json = try document(count)
      let patch = JSONPatch((0..<count).map(operation))
      return { try json.apply(patch, limits: .unlimited) }
    }
  }
}
