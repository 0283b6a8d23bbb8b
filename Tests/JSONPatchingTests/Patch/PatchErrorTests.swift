import JSONPatching
import TestSupport
import Testing

/// What an error tells besides its code, which the fixtures check.
@Suite struct PatchErrorTests {
  private func failure(
    _ patch: String, on document: JSON = ["a": ["b": [1, 2]], "s": "x"]
  ) -> JSONPatchError? {
    do throws(JSONPatchError) {
      _ = try document.applying(try JSONPatch(parsing: patch))
      return nil
    } catch {
      return error
    }
  }

  @Test func `a failed test has what was expected and what was found`() throws {
    let error = try #require(
      failure(
        #"[{"op":"test","path":"/s","value":"x"},{"op":"test","path":"/a/b","value":{"c":1}}]"#))
    #expect(error.code == .testFailed)
    #expect(error.operationIndex == 1)
    #expect(error.operation == .test("/a/b", ["c": 1]))
    #expect(error.pointer == "/a/b")
    #expect(error.expected == ["c": 1])
    #expect(error.found == [1, 2])
  }

  @Test func `a null that was expected or found is there`() throws {
    let expected = try #require(failure(#"[{"op":"test","path":"/s","value":null}]"#))
    #expect(expected.expected == .some(.null))
    #expect(expected.found == "x")
    let found = try #require(
      failure(#"[{"op":"test","path":"/n","value":1}]"#, on: ["n": nil] as JSON))
    #expect(found.found == .some(.null))
  }

  @Test func `an error that is no failed test has nothing expected or found`() throws {
    let error = try #require(failure(#"[{"op":"remove","path":"/x"}]"#))
    #expect(error.code == .pathNotFound)
    #expect(error.expected == nil)
    #expect(error.found == nil)
    #expect(error.resolvedPrefix == JSONPointer.root)
    #expect(error.operation == .remove("/x"))
  }

  @Test func `an error of move tells which of the two pointers leads nowhere`() throws {
    let from = try #require(failure(#"[{"op":"move","from":"/a/c/d","path":"/t"}]"#))
    #expect(from.pointer == "/a/c/d")
    #expect(from.resolvedPrefix == "/a")
    let path = try #require(failure(#"[{"op":"move","from":"/a/b","path":"/t/u"}]"#))
    #expect(path.pointer == "/t/u")
    #expect(path.resolvedPrefix == JSONPointer.root)
    #expect(path.operation == .move(from: "/a/b", to: "/t/u"))
  }

  @Test func `the description names operation, kind and pointer`() throws {
    let error = try #require(
      failure(#"[{"op":"test","path":"/s","value":"x"},{"op":"replace","path":"/a/q","value":1}]"#))
    #expect(error.description.hasPrefix("operation 1 (replace /a/q): "))
    #expect(error.description.hasSuffix("\(error.message) [\(error.code)]"))
    #expect(!error.message.isEmpty)
    #expect(!error.message.contains("operation 1"))
  }

  @Test func `the diagnostic says the same as the error`() throws {
    let error = try #require(failure(#"[{"op":"remove","path":"/a/b/9"}]"#))
    let diagnostic = error.diagnostic
    #expect(diagnostic.code == error.code)
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.operationIndex == 0)
    #expect(diagnostic.operation == "remove")
    #expect(diagnostic.pointer == "/a/b/9")
    #expect(diagnostic.message == error.message)
    #expect(diagnostic.range == error.range)
  }

  @Test func `an error of a parsed patch knows its place in the file`() throws {
    let text = """
      [
        {"op": "test", "path": "/s", "value": "x"},
        {"op": "remove", "path": "/é/x"}
      ]
      """
    let error = try #require(failure(text))
    let range = try #require(error.range)
    #expect(range.start.line == 3)
    let bytes = Array(text.utf8)
    let marked = TextBytes(Array(bytes[range.start.utf8Offset..<range.end.utf8Offset]))
    let isPathOrOperation =
      marked == #""/é/x""# || marked == #"{"op": "remove", "path": "/é/x"}"#
    #expect(isPathOrOperation, "\(marked)")
  }

  @Test func `an error of form has a place too`() throws {
    let text = """
      [{"op": "test", "path": "/s", "value": "x"},
       {"op": "replace", "path": "/s"}]
      """
    let error = try #require(failure(text))
    #expect(error.code == .valueMissing)
    #expect(error.range?.start.line == 2)
    #expect(error.range?.start.column == 2)
  }

  @Test func `a mistake of syntax has its line and column`() throws {
    let error = try #require(failure("[\n  {\"op\": \"remove\" \"path\": \"/s\"}]"))
    #expect(error.code == JSONPatch.Code(rawValue: "json-syntax"))
    #expect(error.operationIndex == nil)
    #expect(error.range?.start.line == 2)
    #expect(error.range?.start.column == 19)
  }

  @Test func `a patch built in code has no place in a file`() throws {
    let error = #expect(throws: JSONPatchError.self) {
      try (["a": 1] as JSON).applying([.remove("/b")])
    }
    #expect(error?.range == nil)
    #expect(error?.operationIndex == 0)
  }

  @Test func `bytes that are no JSON are an error of the document`() throws {
    let patch: JSONPatch = [.remove("/a")]
    let error = #expect(throws: JSONPatchError.self) {
      try patch.apply(toJSON: Array("{\"a\":1,}".utf8))
    }
    #expect(error?.code == JSONPatch.Code(rawValue: "json-syntax"))
    #expect(error?.operationIndex == nil)
  }
}
