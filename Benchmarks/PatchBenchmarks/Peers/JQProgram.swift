/// What a jq user writes where others have a patch.
struct JQProgram {
  let text: String

  /// A program for the operations `test`, `replace` and `add` at the end of an array; `nil` if the
  /// patch has others.
  init?(patch: Tree) {
    var steps: [String] = []
    for operation in patch.elements {
      guard let path = operation["path"]?.text, let value = operation["value"] else { return nil }
      let tokens = path.split(separator: "/").map { Tree.quoted(String($0)) }
      let json = String(decoding: value.json(), as: UTF8.self)
      let place = Self.place(tokens)
      switch operation["op"]?.text {
      case "test": steps.append("if \(place) == \(json) then . else error(\"test\") end")
      case "replace": steps.append("\(place) = \(json)")
      case "add" where path.hasSuffix("/-"):
        steps.append("\(Self.place(tokens.dropLast())) += [\(json)]")
      default: return nil
      }
    }
    text = steps.joined(separator: " | ")
  }

  private static func place(_ tokens: some Sequence<String>) -> String {
    "." + tokens.map { "[\($0)]" }.joined()
  }
}
