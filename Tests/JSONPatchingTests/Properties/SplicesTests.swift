import JSONTypes
import TestSupport
import Testing

@testable import JSONPatching

/// From text to text, a patch whose operations have nothing to do with each other is spliced into the text.
///
/// The result is that of an application in the document, byte for byte, and what is not sure to be is refused.
@Suite struct SplicesTests {
  // MARK: Examples

  struct Example: CustomTestStringConvertible {
    let document: String
    let patch: String
    /// `nil` if the patch is refused.
    let result: String?

    init(_ document: String, _ patch: String, _ result: String?) {
      self.document = document
      self.patch = patch
      self.result = result
    }

    var testDescription: String { "\(patch) on \(document)" }
  }

  static let spliced = [
    Example(
      #"{"a": 1,"b":[2]}"#, #"[{"op":"replace","path":"/a","value":"x"}]"#, #"{"a": "x","b":[2]}"#),
    Example(
      #"{"a":{"b":[1,{"c":2}]}}"#, #"[{"op":"replace","path":"/a/b/1/c","value":null}]"#,
      #"{"a":{"b":[1,{"c":null}]}}"#),
    Example(
      #"{"a":[1,[2]],"b":0}"#,
      #"[{"op":"test","path":"/a","value":[1,[2.0]]},{"op":"replace","path":"/b","value":1}]"#,
      #"{"a":[1,[2]],"b":1}"#),
    // A value takes the place of a container, and of a member that is there.
    Example(#"{"a":[1]}"#, #"[{"op":"replace","path":"/a","value":true}]"#, #"{"a":true}"#),
    Example(#"{"a":[1]}"#, #"[{"op":"add","path":"/a","value":2}]"#, #"{"a":2}"#),
    // Additions are written as what is there.
    Example(#"{"a":1}"#, #"[{"op":"add","path":"/é","value":2}]"#, #"{"a":1,"é":2}"#),
    Example(
      #"{ "a" : 1, "b" : 2 }"#, #"[{"op":"add","path":"/c","value":3}]"#,
      #"{ "a" : 1, "b" : 2, "c" : 3 }"#),
    Example(
      "{\n  \"a\": 1\n}\n", #"[{"op":"add","path":"/b","value":2}]"#,
      "{\n  \"a\": 1,\n  \"b\": 2\n}\n"),
    Example("[1, 2]", #"[{"op":"add","path":"/-","value":3}]"#, "[1, 2, 3]"),
    Example("[1, 2]", #"[{"op":"add","path":"/2","value":3}]"#, "[1, 2, 3]"),
    Example("[1, 2]", #"[{"op":"add","path":"/1","value":3}]"#, "[1, 3, 2]"),
    Example("[ 1, 2 ]", #"[{"op":"add","path":"/0","value":3}]"#, "[ 3, 1, 2 ]"),
    // Removals take the comma with them.
    Example(
      #"{"a": 1, "b": 2, "c": 3}"#, #"[{"op":"remove","path":"/a"}]"#, #"{"b": 2, "c": 3}"#),
    Example(
      #"{"a": 1, "b": 2, "c": 3}"#,
      #"[{"op":"remove","path":"/c"},{"op":"remove","path":"/a"}]"#, #"{"b": 2}"#),
    Example(#"{"a": 1 , "b": 2 }"#, #"[{"op":"remove","path":"/b"}]"#, #"{"a": 1 }"#),
    Example(#"{"a": { "b": 1 }}"#, #"[{"op":"remove","path":"/a/b"}]"#, #"{"a": {}}"#),
    Example("[1, 2, 3]", #"[{"op":"remove","path":"/0"}]"#, "[2, 3]"),
    Example("[1, 2, 3]", #"[{"op":"remove","path":"/1"}]"#, "[1, 3]"),
    Example("[1, 2, 3 ]", #"[{"op":"remove","path":"/2"}]"#, "[1, 2 ]"),
    Example("[ 1 ]", #"[{"op":"remove","path":"/0"}]"#, "[]"),
    // Neighbours have nothing to do with each other, in whatever order they come.
    Example(
      #"{"a":1,"b":2,"c":[3]}"#,
      #"""
      [{"op":"add","path":"/c/-","value":4},{"op":"replace","path":"/b","value":5},
       {"op":"remove","path":"/a"}]
      """#,
      #"{"b":5,"c":[3,4]}"#),
    Example(#"{"a":1}"#, "[]", #"{"a":1}"#),
    // Containers are laid out as what they replace, or what stands beside them, or else as their surroundings.
    Example(#"{"a":1}"#, #"[{"op":"replace","path":"/a","value":[]}]"#, #"{"a":[]}"#),
    Example(
      "{\n  \"a\": 1\n}", #"[{"op":"replace","path":"/a","value":[2]}]"#,
      "{\n  \"a\": [\n    2\n  ]\n}"),
    Example(
      #"{"a":[1,2],"b":3}"#, #"[{"op":"replace","path":"/a","value":[ 4, {} ]}]"#,
      #"{"a":[4,{}],"b":3}"#),
    Example(
      #"{"a": [1, 2], "b": 3}"#, #"[{"op":"replace","path":"/b","value":{"c":[],"d":4}}]"#,
      #"{"a": [1, 2], "b": {"c": [], "d": 4}}"#),
    Example(
      #"[{"a":1,"b": 2}]"#, #"[{"op":"add","path":"/-","value":{"c":3,"d":[4]}}]"#,
      #"[{"a":1,"b": 2},{"c":3,"d":[4]}]"#),
    Example(
      "[\n  [1, 2],\n  [3, 4]\n]", #"[{"op":"add","path":"/1","value":[5,6]}]"#,
      "[\n  [1, 2],\n  [5, 6],\n  [3, 4]\n]"),
    Example(
      "[\n  [1, 2],\n  [3, 4]\n]", #"[{"op":"add","path":"/0","value":[5,6]}]"#,
      "[\n  [5, 6],\n  [1, 2],\n  [3, 4]\n]"),
    Example(
      "{\n\t\"a\": {\n\t\t\"b\": 1\n\t}\n}\n",
      #"[{"op":"add","path":"/c","value":{"d":2,"e":[3]}}]"#,
      "{\n\t\"a\": {\n\t\t\"b\": 1\n\t},\n\t\"c\": {\n\t\t\"d\": 2,\n\t\t\"e\": [\n\t\t\t3\n\t\t]\n\t}\n}\n"
    ),
  ]

  static let refused = [
    // What an earlier operation has changed, what contains it, and what it contains.
    Example(
      #"{"a":1}"#,
      #"[{"op":"replace","path":"/a","value":2},{"op":"test","path":"/a","value":2}]"#, nil),
    Example(
      #"{"a":{"b":1}}"#,
      #"[{"op":"replace","path":"/a/b","value":2},{"op":"test","path":"/a","value":{"b":2}}]"#, nil),
    Example(
      #"{"a":{"b":1}}"#,
      #"[{"op":"replace","path":"/a","value":2},{"op":"test","path":"/a/b","value":1}]"#, nil),
    // Members that come or go together, and indices that have moved.
    Example(
      #"{"a":1}"#, #"[{"op":"add","path":"/b","value":2},{"op":"add","path":"/c","value":3}]"#, nil),
    Example(
      #"{"a":1,"b":2}"#, #"[{"op":"remove","path":"/a"},{"op":"remove","path":"/b"}]"#, nil),
    Example(
      #"{"a":1,"b":2}"#, #"[{"op":"remove","path":"/b"},{"op":"add","path":"/b","value":3}]"#, nil),
    Example("[1,2,3]", #"[{"op":"remove","path":"/0"},{"op":"remove","path":"/1"}]"#, nil),
    Example(
      "[1,2,3]", #"[{"op":"add","path":"/0","value":0},{"op":"replace","path":"/2","value":9}]"#,
      nil),
    Example(
      "[1]", #"[{"op":"add","path":"/-","value":2},{"op":"add","path":"/-","value":3}]"#, nil),
    // What has no example, and the rest of the operations.
    Example(#"{"a":[]}"#, #"[{"op":"add","path":"/a/-","value":1}]"#, nil),
    Example(#"{"a":1}"#, #"[{"op":"replace","path":"","value":1}]"#, nil),
    Example(#"{"a":1}"#, #"[{"op":"copy","from":"/a","path":"/b"}]"#, nil),
    Example(#"{"a":1}"#, #"[{"op":"move","from":"/a","path":"/b"}]"#, nil),
    // Names and pointers with escapes, and names that are there twice.
    Example(#"{"a/b":1}"#, #"[{"op":"replace","path":"/a~1b","value":2}]"#, nil),
    Example(#"{"a":1}"#, #"[{"op":"replace","path":"/\u0061","value":2}]"#, nil),
    Example(#"{"a":1,"a":2}"#, #"[{"op":"replace","path":"/a","value":3}]"#, nil),
    // What fails.
    Example(#"{"a":1}"#, #"[{"op":"test","path":"/a","value":2}]"#, nil),
    Example(#"{"a":1}"#, #"[{"op":"replace","path":"/b","value":2}]"#, nil),
    Example("[1]", #"[{"op":"add","path":"/2","value":2}]"#, nil),
    Example("[1]", #"[{"op":"remove","path":"/-"}]"#, nil),
    Example("1", #"[{"op":"add","path":"/a","value":2}]"#, nil),
  ]

  @Test(arguments: spliced + refused)
  func `a patch is spliced where its operations have nothing to do with each other`(
    example: Example
  ) throws {
    let document = try JSON(parsing: example.document)
    let patch = try JSONPatch(parsing: example.patch)
    let result = patch.spliced(into: document, limits: .default).map(TextBytes.init)
    #expect(result == example.result.map { TextBytes(Array($0.utf8)) })
    guard result != nil else { return }
    #expect(result == TextBytes(try document.applying(patch).serialized()))
  }

  @Test
  func `a long patch, an edited document, a part of one and another format are left to the editor`()
    throws
  {
    let document = try JSON(parsing: "[0,1,2,3,4,5,6,7,8]")
    let tests = (0..<9).map { JSONPatch.Operation.test(JSONPointer(tokens: ["\($0)"]), JSON($0)) }
    #expect(JSONPatch(Array(tests.prefix(8))).spliced(into: document, limits: .default) != nil)
    #expect(JSONPatch(tests).spliced(into: document, limits: .default) == nil)
    let exchanges = (0..<6).map { JSONPatch.Operation.replace(JSONPointer(tokens: ["\($0)"]), 9) }
    #expect(JSONPatch(Array(exchanges.prefix(5))).spliced(into: document, limits: .default) != nil)
    #expect(JSONPatch(exchanges).spliced(into: document, limits: .default) == nil)
    var edited = document
    edited[0] = 1
    #expect(JSONPatch([]).spliced(into: edited, limits: .default) == nil)
    for format in [JSON.Format.pretty(), .preserved.sortingMembers, .compact.sortingMembers] {
      #expect(JSONPatch([]).spliced(into: document, as: format, limits: .default) == nil)
    }
    let part = try #require(try JSON(parsing: "[[1]]")[0])
    #expect(JSONPatch([]).spliced(into: part, limits: .default) == nil)
  }

  @Test func `a value that might make the document too deep is refused`() throws {
    let document = try JSON(parsing: #"{"a":[1]}"#)
    let patch = try JSONPatch(parsing: #"[{"op":"add","path":"/b","value":[[2]]}]"#)
    #expect(patch.spliced(into: document, limits: .init(depth: 4)) != nil)
    // It is not too deep, but that only the editor finds out.
    let limits = JSONPatch.Limits(depth: 3)
    #expect(patch.spliced(into: document, limits: limits) == nil)
    let result = try patch.apply(toJSON: document.serialized(), limits: limits)
    #expect(TextBytes(result) == TextBytes(Array(#"{"a":[1],"b":[[2]]}"#.utf8)))
  }

  @Test func `a patch that is also the document shows nothing of how its values are written`()
    throws
  {
    let text = #"[{"op": "add", "path": "/-", "value": { "a" :[ 1 ] }}]"#
    let json = try JSON(parsing: text)
    let patch = try JSONPatch(json)
    let result = patch.spliced(into: json, limits: .default).map(TextBytes.init)
    #expect(result == TextBytes(try json.applying(patch).serialized()))
    #expect(result == TextBytes(Array((text.dropLast() + #",{"a": [1]}]"#).utf8)))
  }

  @Test func `a result beyond the limit is refused`() throws {
    let document = try JSON(parsing: #"{"a":1}"#)
    let patch = try JSONPatch(parsing: #"[{"op":"add","path":"/b","value":2}]"#)
    #expect(patch.spliced(into: document, limits: .init(resultBytes: 13)) != nil)
    #expect(patch.spliced(into: document, limits: .init(resultBytes: 12)) == nil)
  }

  // MARK: Random patches

  @Test func `what is spliced is what the editor makes of it`() {
    var splices = 0
    var trials = 0
    let counterexample = Property.counterexample(trials: 12_000) { generator in
      // Some containers have an index, and some texts are read by one.
      let shape =
        generator.oneIn(5)
        ? ModelJSON.Shape(depth: 2, width: 60)
        : ModelJSON.Shape(allowsDuplicates: generator.oneIn(6))
      let model = ModelJSON.randomContainer(shape: shape, using: &generator)
      let text =
        switch generator.below(5) {
        case 0: model.noisyText(using: &generator)
        case 1: model.lineText(spacing: " ")
        case 2: model.indentedText(using: &generator)
        default: model.compactText
        }
      let operations = (0..<generator.below(5)).map { _ in
        Self.simpleOperation(on: model, &generator)
      }
      let patchModel = ModelJSON.array(operations.map(\.json))
      let patch = try JSONPatch(
        parsing: generator.oneIn(4)
          ? patchModel.noisyText(using: &generator) : patchModel.compactText)
      let document = try JSON(parsing: text)
      trials += 1
      let format = generator.pick([JSON.Format.preserved, .compact])
      guard let result = patch.spliced(into: document, as: format, limits: .default) else {
        return nil
      }
      if patch.count > 0 { splices += 1 }
      let expected = try? document.applying(patch).serialized(as: format)
      guard expected.map(TextBytes.init) != TextBytes(result) else { return nil }
      return """
        \(TextBytes(text))
        \(patch)
        spliced \(TextBytes(result))
        edited \(expected.map(TextBytes.init)?.description ?? "fails")
        """
    }
    #expect(counterexample == nil)
    // Otherwise this says nothing.
    #expect(splices * 16 > trials || trials < 100, "\(splices) of \(trials)")
  }

  /// An operation on the document as it is at first.
  private static func simpleOperation(
    on document: ModelJSON, _ generator: inout SeededGenerator
  ) -> ModelOperation {
    let place = generator.pick(document.places())
    let shape =
      generator.oneIn(2)
      ? ModelJSON.Shape(depth: 0, width: 0)
      : ModelJSON.Shape(depth: 2, width: 3, allowsDuplicates: generator.oneIn(6))
    let value = ModelJSON.random(shape: shape, using: &generator)
    switch generator.below(6) {
    case 0: return ModelOperation(.test(place.value.respelled(using: &generator)), place.pointer)
    case 1: return ModelOperation(.remove, place.pointer)
    case 2, 3: return ModelOperation(.replace(value), place.pointer)
    default:
      var pointer = place.pointer
      if let elements = place.value.elements {
        let index = generator.below(elements.count + 2)
        pointer.tokens.append(Array((index > elements.count ? "-" : "\(index)").utf8))
      } else if place.value.members != nil {
        pointer.tokens.append(ModelJSON.randomName(using: &generator))
      }
      return ModelOperation(.add(value), pointer)
    }
  }
}
