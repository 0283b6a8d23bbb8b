import JSONPatching

/// Differences, inverses and merge patches, by the size of the documents.
extension Cost {
  static var differences: [Cost] {
    [
      difference("nothing", .default) { try Inputs.list($0) },
      difference("one element", .default) { try Inputs.list($0).applying([.replace("/1/id", -1)]) },
      difference("one element more in front", .default) {
        try Inputs.list($0).applying([.add("/0", ["id": -1])])
      },
      difference("every tenth element", .default, edited),
      difference("everything", .default) { try Inputs.list($0, first: $0) },
    ]
      + [
        ("fewest operations", JSONPatch.DifferenceOptions(minimize: .operations)),
        ("moves", JSONPatch.DifferenceOptions(moves: true)),
        ("moves and copies", JSONPatch.DifferenceOptions(moves: true, copies: true)),
        ("guards", JSONPatch.DifferenceOptions(tests: .values)),
        ("identities", JSONPatch.DifferenceOptions(arrayIdentity: [.init(member: "id")])),
        ("members to ignore", JSONPatch.DifferenceOptions(ignoring: ["/*/on"])),
        ("appending with a dash", JSONPatch.DifferenceOptions(appendsWithDash: true)),
      ].map { name, options in difference("every tenth element, with \(name)", options, edited) }
      + [
        Cost("the difference of wide objects", .linear) {
          let (old, new) = (try Inputs.wide($0), try Inputs.wide($0, value: 1))
          return { consume(new.difference(from: old)) }
        },
        Cost("the difference at a great depth", .linear, from: 512) {
          let (old, new) = (try Inputs.deep($0), try Inputs.deep($0, core: "1"))
          return { consume(new.difference(from: old)) }
        },
        Cost("the inverse of n replacements", .linear) {
          let (patch, json) = (Inputs.replacements($0), try Inputs.wide($0))
          return { consume(try patch.inverted(on: json, limits: .unlimited)) }
        },
        Cost("the guarded inverse of n replacements", .linear) {
          let (patch, json) = (Inputs.replacements($0), try Inputs.wide($0))
          return { consume(try patch.inverted(on: json, tests: true, limits: .unlimited)) }
        },
        Cost("the inverse of n removals", .linear) { count in
          let json = try Inputs.wide(count)
          let patch = JSONPatch((0..<(count / 2)).map { .remove(Inputs.path($0)) })
          return { consume(try patch.inverted(on: json, limits: .unlimited)) }
        },
        Cost("the inverse of one replacement in a long document", .constant) {
          var json = try Inputs.list($0)
          consume(json[0])
          return { consume(try json.applyRecordingInverse([.replace("/1/id", -1)])) }
        },
      ]
  }

  /// A list in which every tenth element has another name.
  private static func edited(_ count: Int) throws -> JSON {
    try Inputs.list(count).applying(
      JSONPatch(
        stride(from: 0, to: count, by: 10).map {
          .replace(JSONPointer(tokens: ["\($0)", "name"]), "another")
        }), limits: .unlimited)
  }

  private static func difference(
    _ name: String, _ options: JSONPatch.DifferenceOptions, _ new: @escaping (Int) throws -> JSON
  ) -> Cost {
    Cost("a difference of \(name)", .linear, from: 200) {
      let old = try Inputs.list($0)
      let new = try JSON(parsing: new($0).serialized())
      return { consume(new.difference(from: old, options: options)) }
    }
  }

  static var merging: [Cost] {
    [
      Cost("read a merge patch", .linear) {
        let text = Array(Inputs.wideText($0).utf8)
        return { consume(try JSONMergePatch(parsing: text)) }
      },
      Cost("apply a merge patch", .linear) {
        let (json, patch) = (try Inputs.wide($0), JSONMergePatch(try Inputs.wide($0, value: 1)))
        return { consume(try json.applying(patch, limits: .unlimited)) }
      },
      Cost("apply a short merge patch to a wide object", .constant) {
        var json = try Inputs.wide($0)
        json[Inputs.name(0)] = -1
        let patch = JSONMergePatch(["member-1": -1])
        return { try json.apply(patch) }
      },
      Cost("convert a merge patch", .linear) {
        let (json, patch) = (try Inputs.wide($0), JSONMergePatch(try Inputs.wide($0, value: 1)))
        return { consume(patch.patch(on: json)) }
      },
      Cost("a merge difference", .linear) {
        let (old, new) = (try Inputs.wide($0), try Inputs.wide($0, value: 1))
        return { consume(try new.mergeDifference(from: old)) }
      },
      Cost("convert a patch to a merge patch", .linear) {
        let (patch, json) = (Inputs.replacements($0), try Inputs.wide($0))
        return { consume(try patch.mergePatch(on: json, limits: .unlimited)) }
      },
    ]
  }
}
