import JSONPatching

/// Patches, by the number of their operations.
extension Cost {
  static var patches: [Cost] {
    [
      Cost("read a patch", .linear) {
        let text = Inputs.replacementsText($0)
        return { consume(try JSONPatch(parsing: text, limits: .unlimited)) }
      },
      Cost("read a patch of one large value", .linear) {
        let value = String(decoding: Inputs.listText($0), as: UTF8.self)
        let text = #"[{"op":"add","path":"/a","value":\#(value)}]"#
        return { consume(try JSONPatch(parsing: text, limits: .unlimited)) }
      },
      Cost("refuse a patch for its last operation", .linear) {
        let text = Array(Inputs.replacementsText($0).dropLast()) + Array(#",{"op":"x"}]"#.utf8)
        return { consume(try? JSONPatch(parsing: text, limits: .unlimited)) }
      },
      Cost("take a value for a patch", .linear) {
        let json = Inputs.replacements($0).json
        return { consume(try JSONPatch(json, limits: .unlimited)) }
      },
      Cost("build a patch", .linear) {
        let operations = Array(Inputs.replacements($0))
        return { consume(JSONPatch(operations)) }
      },
      Cost("go through a patch", .linear) {
        let patch = try JSONPatch(parsing: Inputs.replacementsText($0), limits: .unlimited)
        return { for operation in patch { consume((operation.path, operation.value)) } }
      },
      Cost("compare and write patches", .linear) {
        let (first, second) = (Inputs.replacements($0), Inputs.replacements($0))
        return { consume((first == second, first.json, first.description)) }
      },
      Cost("hash a patch", .linear) {
        let patch = Inputs.replacements($0)
        return { consume(patch.hashValue) }
      },
      Cost("validate a patch", .linear) {
        let text = Inputs.replacementsText($0)
        return { consume(JSONPatch.validate(text, limits: .unlimited)) }
      },
      Cost("validate a patch on a document", .linear) {
        let (text, json) = (Inputs.replacementsText($0), try Inputs.wide($0))
        return { consume(JSONPatch.validate(text, on: json, limits: .unlimited)) }
      },
      Cost("validate a patch in which everything is wrong", .linear) {
        let text = JSONPatch((0..<$0).map { .remove(JSONPointer(tokens: ["x\($0)"])) }).json
          .serialized()
        return { consume(JSONPatch.validate(text, on: [:], limits: .unlimited)) }
      },
      Cost("validate a patch of nonsense", .linear) {
        let text =
          "[\(Array(repeating: #"{"op":"ad","pth":"/a"}"#, count: $0).joined(separator: ","))]"
        return { consume(JSONPatch.validate(Array(text.utf8), limits: .unlimited)) }
      },
      Cost("compose patches", .linear) { count in
        let patches = (0..<count).map { JSONPatch([.replace(Inputs.path($0), 1)]) }
        return { consume(JSONPatch.composed(patches)) }
      },
      Cost("compact a patch", .linear) { count in
        let (patch, json) = (Inputs.replacements(count), try Inputs.wide(count))
        return { consume(try patch.compacted(on: json, limits: .unlimited)) }
      },
    ]
  }
}
