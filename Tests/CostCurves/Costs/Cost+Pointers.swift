import JSONPatching

/// Pointers, by the number of their tokens.
extension Cost {
  static var pointers: [Cost] {
    [
      Cost("read a pointer", .linear) {
        let text = Inputs.path(depth: $0).description
        return { consume(try JSONPointer(text)) }
      },
      Cost("read a pointer with escapes", .linear) {
        let text = String(repeating: "/~0~1", count: $0)
        return { consume(try JSONPointer(text).tokens) }
      },
      Cost("take a pointer apart", .linear) {
        let pointer = Inputs.path(depth: $0)
        return { consume((pointer.tokens, pointer.count, pointer.parent, pointer.lastToken)) }
      },
      Cost("make a pointer", .linear) {
        let pointer = Inputs.path(depth: $0)
        return { consume((pointer.appending("b"), pointer.appending(1))) }
      },
      Cost("compare pointers", .linear) {
        let (first, second) = (Inputs.path(depth: $0), Inputs.path(depth: $0))
        return { consume((first == second, first.hashValue, first.isPrefix(of: second))) }
      },
      Cost("write a pointer as a fragment, and read it", .linear) {
        let pointer = Inputs.path(depth: $0).appending("\u{E9}")
        return { consume(try JSONPointer(uriFragment: pointer.uriFragment)) }
      },
      Cost("match a pointer with a pattern", .linear) {
        let pointer = Inputs.path(depth: $0)
        let pattern = JSONPointer.Pattern(JSONPointer(tokens: Array(repeating: "*", count: $0)))
        return { consume(pattern.matches(pointer)) }
      },
      Cost("follow a pointer", .linear) {
        let (json, pointer) = (try Inputs.deep($0), Inputs.path(depth: $0))
        return { consume(json[pointer]) }
      },
      Cost("follow a pointer that leads nowhere", .linear) {
        let (json, pointer) = (try Inputs.deep($0), Inputs.path(depth: $0).appending("b"))
        return { consume(try? json.value(at: pointer)) }
      },
      Cost("say why a pointer leads nowhere in a wide object", .linear) {
        let json = try Inputs.wide($0)
        return { consume(try? json.value(at: "/membr-1")) }
      },
    ]
  }

  /// Places of values in their texts.
  static var positions: [Cost] {
    [
      Cost("the place of a value", .linear) {
        let json = try JSON(parsing: Inputs.listText($0, indented: true))
        return { consume(json.array?.last?.sourceRange) }
      },
      Cost("the place of a member", .linear) { count in
        let json = try Inputs.wide(count)
        return { consume(json.sourceRange(ofMemberNamed: Inputs.name(count - 1))) }
      },
      Cost("the place of an operation", .linear) {
        let patch = try JSONPatch(parsing: Inputs.replacementsText($0))
        return { consume(patch.sourceRange(ofOperation: patch.count - 1, member: "path")) }
      },
    ]
  }
}
