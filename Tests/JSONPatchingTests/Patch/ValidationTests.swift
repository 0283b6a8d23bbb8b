import JSONPatching
import TestSupport
import Testing

/// `JSONPatch.validate` reports every problem of a patch text, not the first.
@Suite struct ValidationTests {
  private func codes(_ text: String, on document: JSON? = nil) -> [String] {
    JSONPatch.validate(Array(text.utf8), on: document).map { diagnostic in
      let place = diagnostic.operationIndex.map { "\($0) " } ?? ""
      let mark =
        switch diagnostic.severity {
        case .note: "."
        case .warning: "?"
        case .error: ""
        }
      return place + diagnostic.code.rawValue + mark
    }
  }

  @Test func `a good patch has no problems`() {
    #expect(codes("[]").isEmpty)
    #expect(codes(#"[{"op":"add","path":"/a","value":null}]"#).isEmpty)
    #expect(codes(#"[{"op":"move","from":"/a","path":"/b"}]"#, on: ["a": 1]).isEmpty)
  }

  @Test func `all problems of form are reported`() {
    let patch = """
      [{"op":"replace","path":"/on"}, {"path":"/a"}, {"op":"spam","path":"/a"}, {"op":"remove"},
       {"op":"move","path":"/a"}, {"op":"remove","path":"a"}, 7,
       {"op":"copy","from":"/~2","path":"/b"}, {"op":"remove","path":"/x","op":"remove"},
       {"op":"test","path":"/ok","value":1}]
      """
    #expect(
      codes(patch) == [
        "0 value-missing", "1 op-missing", "2 op-unknown", "3 path-missing", "4 from-missing",
        "5 pointer-syntax", "6 operation-not-object", "7 pointer-syntax",
        "8 json-duplicate-member",
      ])
  }

  @Test func `two problems of one operation are two`() {
    let found = Set(codes(#"[{"op":"move","path":"x"},{"op":"add"}]"#))
    #expect(found.isSuperset(of: ["0 pointer-syntax", "0 from-missing"]))
    #expect(found.isSuperset(of: ["1 path-missing", "1 value-missing"]))
  }

  @Test func `what is no JSON or no array is one problem of the whole file`() {
    #expect(codes("[{]") == ["json-syntax"])
    #expect(codes("") == ["json-syntax"])
    #expect(codes(#"{"op":"remove","path":"/a"}"#) == ["patch-not-array"])
    #expect(codes("null") == ["patch-not-array"])
  }

  @Test func `a member that the operation does not use is a note (RFC 6902 section 4)`() {
    #expect(codes(#"[{"op":"remove","path":"/a","value":1}]"#) == ["0 member-unused."])
    #expect(codes(#"[{"op":"add","path":"/a","value":1,"from":"x"}]"#) == ["0 member-unused."])
    #expect(codes(#"[{"op":"remove","path":"/a","comment":"why"}]"#) == ["0 member-unused."])
  }

  @Test func `each operation is judged against what the good ones before it leave`() {
    let patch = """
      [{"op":"add","path":"/new","value":[]}, {"op":"remove","path":"/missing"},
       {"op":"add","path":"/new/-","value":1}, {"op":"add","path":"/new/5","value":1},
       {"op":"add","path":"/new/01","value":1}, {"op":"remove","path":"/new/-"},
       {"op":"replace","path":"/s/x","value":1}, {"op":"move","from":"/o","path":"/o/p"},
       {"op":"remove","path":""}, {"op":"test","path":"/s","value":"y"},
       {"op":"test","path":"/new","value":[1]}]
      """
    #expect(
      codes(patch, on: ["s": "x", "o": ["p": 1]]) == [
        "1 path-not-found", "3 index-out-of-range", "4 index-syntax", "5 dash-not-allowed",
        "6 not-a-container", "7 move-into-self", "8 root-removed", "9 test-failed",
      ])
  }

  @Test func `an operation without effect is a warning`() {
    let document: JSON = ["a": 1, "b": [1, 2]]
    #expect(codes(#"[{"op":"replace","path":"/a","value":1.0}]"#, on: document) == ["0 no-effect?"])
    #expect(codes(#"[{"op":"add","path":"/b","value":[1,2]}]"#, on: document) == ["0 no-effect?"])
    #expect(codes(#"[{"op":"move","from":"/a","path":"/a"}]"#, on: document) == ["0 no-effect?"])
    #expect(codes(#"[{"op":"test","path":"/a","value":1}]"#, on: document).isEmpty)
  }

  @Test func `a value of another type is a warning`() {
    let document: JSON = ["on": true, "n": nil]
    let changed = codes(#"[{"op":"replace","path":"/on","value":"true"}]"#, on: document)
    #expect(changed == ["0 type-changed?"])
    #expect(codes(#"[{"op":"replace","path":"/on","value":false}]"#, on: document).isEmpty)
  }

  @Test func `diagnostics are in the order of the file, with their place`() throws {
    let text = """
      [
        {"op": "replace", "path": "/on"},
        {"op": "remove", "path": "/é"},
        {"op": "remove", "path": "x"}
      ]
      """
    let diagnostics = JSONPatch.validate(Array(text.utf8), on: ["on": true])
    #expect(diagnostics.map { $0.range?.start.line } == [2, 3, 4])
    let ranges = try diagnostics.map { try #require($0.range) }
    let marked = ranges.map {
      TextBytes(Array(Array(text.utf8)[$0.start.utf8Offset..<$0.end.utf8Offset]))
    }
    #expect(marked == [#"{"op": "replace", "path": "/on"}"#, #""/é""#, #""x""#])
    #expect(diagnostics.map(\.operation) == ["replace", "remove", "remove"])
    #expect(diagnostics.map(\.pointer) == ["/on", "/é", "x"])
    #expect(diagnostics.allSatisfy { !$0.message.isEmpty })
  }

  @Test func `a finding is one line, with its place and its operation if it has them`() {
    func lines(_ text: String) -> [String] {
      JSONPatch.validate(Array(text.utf8)).map(\.description)
    }
    #expect(lines("[{]").map { $0.hasPrefix("1:3: error: ") } == [true])
    #expect(!lines("[{]").joined().contains("operation"))
    #expect(
      lines("[\n1]") == [
        "2:1: error: operation 0: an operation is an object, and this is a number "
          + "[operation-not-object]"
      ])
    let severities: [JSONPatch.Severity] = [.error, .note, .warning, .note]
    #expect(severities.sorted() == [.note, .note, .warning, .error])
  }

  @Test func `an operation that was edited is judged like one that was written`() throws {
    var patch = try JSON(parsing: #"[{"op": "remove"}]"#)
    #expect(PatchDraft(patch).validate(on: ["y": 1]).map(\.code) == [.pathMissing])
    patch[0]?["path"] = "/x"
    #expect(PatchDraft(patch).validate(on: ["y": 1]).map(\.code) == [.pathNotFound])
    patch[0]?["path"] = "/y"
    #expect(PatchDraft(patch).validate(on: ["y": 1]).isEmpty)
  }

  @Test func `a near miss of a name is named in the help`() {
    let patch = #"[{"op":"replace","path":"/confg/prefix","value":"eu"}]"#
    let diagnostics = JSONPatch.validate(
      Array(patch.utf8), on: ["config": ["prefix": "us"]] as JSON)
    #expect(diagnostics.first?.help?.contains("/config/prefix") == true)
  }

  @Test func `duplicates in the document are a warning`() throws {
    let document = try JSON(parsing: #"{"a": 1, "a": 2}"#)
    let diagnostics = JSONPatch.validate(Array("[]".utf8), on: document)
    #expect(diagnostics.map(\.code.rawValue) == ["json-duplicate-member"])
    #expect(diagnostics.map(\.severity) == [.warning])
  }

  @Test func `a text of any bytes is judged, and never traps`() throws {
    for fixture in try PatchCase.all() {
      for count in 0..<fixture.patch.count {
        let prefix = Array(fixture.patch[..<count])
        let diagnostics = JSONPatch.validate(prefix)
        let isJSON = (try? ModelJSON(parsing: prefix)) != nil
        let isSyntaxError = diagnostics.first?.code.rawValue == "json-syntax"
        #expect(isJSON != isSyntaxError, "\(TextBytes(prefix))")
        #expect((try? JSONPatch(parsing: prefix)) == nil || isJSON, "\(TextBytes(prefix))")
      }
    }
  }

  @Test func `a patch is refused by its first error, and accepted without one`() {
    let counterexample = Property.counterexample(trials: 500) { generator in
      let members = [
        #""op":"add""#, #""op":"move""#, #""op":"test""#, #""op":"spam""#, #""op":1"#,
        #""path":"/a""#, #""path":"a""#, #""path":null"#, #""from":"/b""#, #""from":"~""#,
        #""value":1"#, #""value":{"op":2}"#, #""other":[]"#,
      ]
      let operations = (0..<(1 + generator.below(3))).map { _ in
        let chosen = (0..<(2 + generator.below(3))).map { _ in generator.pick(members) }
        return "{\(chosen.joined(separator: ","))}"
      }
      let text = "[\(operations.joined(separator: ","))]"
      let errors = JSONPatch.validate(Array(text.utf8)).filter { $0.severity == .error }
      do throws(JSONPatchError) {
        let patch = try JSONPatch(parsing: text)
        let model = (try? ModelJSON(parsing: text)).flatMap { JSONPatch($0) }
        return errors.isEmpty && patch == model ? nil : "\(text) is accepted, with \(errors)"
      } catch {
        let first = errors.first
        let isSame = first?.code == error.code && first?.operationIndex == error.operationIndex
        return isSame ? nil : "\(text)\nis refused by \(error)\nand \(errors)"
      }
    }
    #expect(counterexample == nil)
  }

  @Test func `one operation more than the limit is the only finding`() {
    let text = Array(#"[{"op":"test","path":"/a"},{"op":"spam"},{}]"#.utf8)
    let findings = JSONPatch.validate(text, on: [:], limits: JSONPatch.Limits(operations: 2))
    #expect(findings.map(\.code) == [.limitExceeded])
    #expect(JSONPatch.validate(text, limits: JSONPatch.Limits(operations: 3)).count > 3)
    let draft = PatchDraft(parsing: text)
    #expect(draft.entries.count == 3)
    #expect(
      draft.validate(limits: JSONPatch.Limits(operations: 2)).map(\.code) == [.limitExceeded])
  }
}
