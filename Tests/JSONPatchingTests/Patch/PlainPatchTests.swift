import TestSupport
import Testing

@testable import JSONPatching
@testable import JSONTypes

/// Patches that are written as most programs write them are read in one go, with the result of reading the text first and its
/// operations then.
@Suite struct PlainPatchTests {
  // MARK: Examples

  static let plain = [
    #"[{"op":"add","path":"/a","value":1}]"#,
    #"[{"op": "test", "path": "/a/b", "value": "é\n"}, {"op": "remove", "path": "/a/b"}]"#,
    #"[{"op":"move","from":"/a/0","path":"/a/-"},{"op":"copy","path":"","from":"/b"}] "#,
    "[{\"value\":-1.5e3,\"path\":\"/0\",\"op\":\"replace\"}]\n\n",
    #"[{"op":"add","path":"/a~0b~1c","value":true},{"op":"add","path":"/a","value":false}]"#,
    #"[{"op":"add","path":"/d","value":null},{"op":"remove","path":"/d","value":2}]"#,
    // Values may be anything, in any spelling.
    #"[{"op":"add","path":"/a","value":[]}]"#, #"[{"op":"add","path":"/a","value":{}}]"#,
    "[{\"op\":\"add\",\"value\":{ \"b\" : [ [1],{}, \"é\\n\" ],\n\t\"c\":-2e1 },\"path\":\"/a\"}]",
    #"[{"value":[[[[0]]]],"op":"add","path":"/a"},{"op":"test","path":"/a","value":{"a":{"a":1,"a":2}}}]"#,
    // The pointer that is not needed is not looked at.
    #"[{"op":"test","path":"/a","value":"","from":"no pointer"}]"#,
    // The last ones are followed one after the other, and lead into the same container.
    #"[{"op":"add","path":"/a/b/c","value":1},{"op":"move","path":"/a/b/d","from":"/a/b/e"}]"#,
  ]

  static let unusual = [
    // White space, escapes, and characters beyond ASCII.
    #" [{"op":"remove","path":"/a"}]"#, #"[ {"op":"remove","path":"/a"}]"#,
    #"[{ "op":"remove","path":"/a"}]"#,
    #"[{"op" :"remove","path":"/a"}]"#, #"[{"op":  "remove","path":"/a"}]"#,
    #"[{"op":"remove" ,"path":"/a"}]"#, "[{\"op\":\"remove\",\n\"path\":\"/a\"}]",
    #"[{"\u006fp":"remove","path":"/a"}]"#, #"[{"op":"r\u0065move","path":"/a"}]"#,
    #"[{"op":"remove","path":"\/a"}]"#, #"[{"op":"remove","path":"/é"}]"#,
    // Other members, and no operations.
    #"[{"op":"remove","path":"/a","comment":"gone"}]"#, "[]",
    // Mistakes.
    "", "[", "[{", #"[{"op":"remove","path":"/a"}"#, #"[{"op":"remove","path":"/a"},]"#,
    #"[{"op":"remove","path":"/a"}] 1"#, #"{"op":"remove","path":"/a"}"#, "[1]", "[{}]",
    #"[{"op":"remove"}]"#, #"[{"path":"/a"}]"#, #"[{"op":"add","path":"/a"}]"#,
    #"[{"op":"move","path":"/a"}]"#, #"[{"op":"move","from":"a","path":"/a"}]"#,
    #"[{"op":"remove","path":"a"}]"#, #"[{"op":"remove","path":"/~2"}]"#,
    #"[{"op":"Remove","path":"/a"}]"#, #"[{"op":1,"path":"/a"}]"#, #"[{"op":"remove","path":1}]"#,
    #"[{"op":"remove","op":"remove","path":"/a"}]"#, #"[{"op":"remove","path":"/a","path":"/a"}]"#,
    #"[{"op":"test","path":"/a","value":1,"value":1}]"#,
    #"[{"op":"move","from":"/a","path":"/b","from":"/a"}]"#,
    #"[{"op":"add","path":"/a","value":01}]"#, #"[{"op":"add","path":"/a","value":tru}]"#,
    #"[{"op":"add","path":"/a","value":falsy}]"#, #"[{"op":"add","path":"/a","value":"\x"}]"#,
    #"[{"op":"add","path":"/a","value":"}]"#, #"[{"op":"add","path":"/a","value":}]"#,
    #"[{"op":"add","path":"/a","value":[}]"#, #"[{"op":"add","path":"/a","value":[1,]}]"#,
    #"[{"op":"add","path":"/a","value":{"b"}}]"#, #"[{"op":"add","path":"/a","value":[] }]"#,
    "[{\"op\":\"remove\",\"path\":\"/\u{1}\"}]",
  ]

  @Test(arguments: plain)
  func `what most programs write is read in one go`(text: String) throws {
    #expect(Self.isPlain(Array(text.utf8)))
    let disagreement = Self.disagreement(on: Array(text.utf8))
    #expect(disagreement == nil)
  }

  @Test(arguments: unusual)
  func `what is unusual or wrong is left to others`(text: String) throws {
    #expect(!Self.isPlain(Array(text.utf8)))
    let disagreement = Self.disagreement(on: Array(text.utf8))
    #expect(disagreement == nil)
  }

  @Test func `short operations get more room for their nodes`() throws {
    let operations = (0..<10_000).map { #"{"op":"remove","path":"/\#($0 % 7)"}"# }
    let text = Array("[\(operations.joined(separator: ","))]".utf8)
    #expect(Self.isPlain(text))
    let disagreement = Self.disagreement(on: text)
    #expect(disagreement == nil)
  }

  @Test func `large values get more room for their nodes, wherever they stand`() throws {
    let value = "[\((0..<450).map { "\($0 % 10)" }.joined(separator: ","))]"
    let others = #""op":"add","path":"/a""#
    for operation in [#"{"value":\#(value),\#(others)}"#, #"{\#(others),"value":\#(value)}"#] {
      let text = Array("[\(operation),\(operation)]".utf8)
      #expect(Self.isPlain(text))
      let disagreement = Self.disagreement(on: text)
      #expect(disagreement == nil)
      // Whatever comes after them is read in the larger memory.
      for ending in ["", "]]", ",", ",{", ",1]", #",{"op":1}]"#, ",{\"value\":[\(value)"] {
        let text = Array("[\(operation)\(ending)".utf8)
        #expect(!Self.isPlain(text))
        let disagreement = Self.disagreement(on: text)
        #expect(disagreement == nil)
      }
    }
  }

  @Test func `values with children are left to others in long patches`() throws {
    let short = #"{"op":"add","path":"/a","value":[1]}"#
    for (count, isPlain) in [(55, true), (56, false)] {
      let text = Array("[\(repeatElement(short, count: count).joined(separator: ","))]".utf8)
      #expect((text.count <= OperationScanner.containerLimit) == isPlain)
      #expect(Self.isPlain(text) == isPlain)
      let disagreement = Self.disagreement(on: text)
      #expect(disagreement == nil)
    }
  }

  @Test func `limits are those of every patch`() throws {
    let text = Array(#"[{"op":"remove","path":"/a"},{"op":"remove","path":"/b"}]"#.utf8)
    for limits in [
      JSONPatch.Limits(operations: 1), JSONPatch.Limits(operations: 0),
      JSONPatch.Limits(depth: 1), JSONPatch.Limits(depth: 0),
    ] {
      #expect(!Self.isPlain(text, limits))
      let disagreement = Self.disagreement(on: text, limits)
      #expect(disagreement == nil)
    }
    let deep = Array(#"[{"op":"add","path":"/a","value":[{}]}]"#.utf8)
    for depth in 2...5 {
      let limits = JSONPatch.Limits(depth: depth)
      #expect(Self.isPlain(deep, limits) == (depth >= 4))
      let disagreement = Self.disagreement(on: deep, limits)
      #expect(disagreement == nil)
    }
    let limits = JSONPatch.Limits(depth: 2, operations: 2)
    #expect(Self.isPlain(text, limits))
    let disagreement = Self.disagreement(on: text, limits)
    #expect(disagreement == nil)
  }

  // MARK: Made-up patches

  @Test func `plain patches with any byte exchanged, left out or doubled`() {
    let bytes = Array("\"\\{}[]:, 0-.e+tnu~/\n\0".utf8) + [0x80, 0xC3, 0xFF]
    for text in Effort.sample(Self.plain).map({ Array($0.utf8) }) {
      for index in text.indices {
        var variants = bytes.map { byte in
          var text = text
          text[index] = byte
          return text
        }
        variants.append(Array(text[..<index]) + text[(index + 1)...])
        variants.append(Array(text[...index]) + text[index...])
        variants.append(Array(text[..<index]))
        let findings = Effort.sample(variants).compactMap { Self.disagreement(on: $0) }
        #expect(findings == [])
      }
    }
  }

  @Test func `random patches, damaged and spaced`() {
    var plainOnes = 0
    var trials = 0
    let counterexample = Property.counterexample(trials: 6000) { generator in
      let model = ModelJSON.random(using: &generator)
      let operations = ModelOperation.randomPatch(
        for: model, length: 1 + generator.below(5), using: &generator)
      let patch =
        generator.oneIn(3)
        ? ModelJSON.damagedPatch(operations, using: &generator)
        : ModelJSON.array(operations.map(\.json))
      let text =
        switch generator.below(4) {
        case 0: patch.noisyText(using: &generator)
        case 1: patch.lineText(spacing: " ")
        default: patch.compactText
        }
      trials += 1
      if Self.isPlain(text) { plainOnes += 1 }
      return Self.disagreement(on: text)
    }
    #expect(counterexample == nil)
    // Otherwise this says nothing.
    #expect(plainOnes * 16 > trials || trials < 100, "\(plainOnes) of \(trials)")
  }

  // MARK: Comparing

  private static func isPlain(_ text: [UInt8], _ limits: JSONPatch.Limits = .default) -> Bool {
    var memory = Workspace()
    return JSONPatch(plain: text.span, in: &memory, limits: limits) != nil
  }

  /// What differs between the two ways to read a patch; `nil` if nothing does.
  private static func disagreement(
    on text: [UInt8], _ limits: JSONPatch.Limits = .default
  ) -> String? {
    let patch = Result { () throws(JSONPatchError) in
      try JSONPatch(parsing: text, limits: limits)
    }
    let expected = Result { () throws(JSONPatchError) in
      let json: JSON
      do throws(JSONParsingError) {
        json = try JSON(parsing: text, options: limits.parsingOptions)
      } catch {
        throw JSONPatchError(error)
      }
      return try JSONPatch(json, limits: limits)
    }
    let (one, other) = (patch.map(Contents.init), expected.map(Contents.init))
    return one == other ? nil : "\(TextBytes(text))\nat once: \(one)\nin two steps: \(other)"
  }

  /// Everything that a patch consists of.
  private struct Contents: Equatable {
    let text: [UInt8]
    let isSource: Bool
    let depth: Int
    let nodes: [[UInt32]]
    let operations: [[UInt32]]

    init(_ patch: JSONPatch) {
      let tape = patch.source.storage.parsed
      text = tape.copyOfText
      isSource = tape.isSource
      depth = tape.depth
      nodes = (0..<tape.nodeCount).map { Self.words(of: tape.view[$0]) }
      operations = patch.compiled.map {
        Self.words(of: $0.path) + Self.words(of: $0.from) + [
          $0.value.rawValue, UInt32(JSONPatch.Operation.Kind.allCases.firstIndex(of: $0.kind) ?? 9),
        ]
      }
    }

    private static func words(of node: Node) -> [UInt32] {
      [
        node.offset, node.length, node.span, UInt32(node.count), UInt32(node.kind.rawValue),
        UInt32(node.flags.rawValue),
      ]
    }

    private static func words(of pointer: CompiledPointer) -> [UInt32] {
      [
        pointer.string.rawValue, pointer.sibling.rawValue, pointer.shape.start,
        pointer.shape.indexOrMark, pointer.shape.isEscaped ? 1 : 0,
      ]
    }
  }
}
