import JSONPatching
import TestSupport
import Testing

/// A session has the results of single applications, whatever its memory was used for before.
@Suite struct PatchSessionTests {
  @Test func `a session gives what applying each patch alone gives`() {
    let counterexample = Property.counterexample(trials: 200) { generator in
      var session = PatchSession()
      for round in 0..<12 {
        let trial = Trial(allowsDuplicates: generator.oneIn(3), using: &generator)
        var text = trial.document.noisyText(using: &generator)
        // Some texts are longer than all before, and some are cut off.
        if generator.oneIn(4) { text = Array("[".utf8) + text + Array(",[0]]".utf8) }
        if generator.oneIn(6) { text.removeLast(text.count / 2) }
        let patch = try JSONPatch(parsing: trial.patch.compactText)
        for format in [JSON.Format.preserved, .compact] {
          let alone = Result { () throws(JSONPatchError) in
            try patch.apply(toJSON: text, as: format)
          }
          let inSession = Result { () throws(JSONPatchError) in
            try session.apply(patch, toJSON: text, as: format)
          }
          let withText = Result { () throws(JSONPatchError) in
            try session.apply(parsing: trial.patch.compactText, toJSON: text, as: format)
          }
          guard alone == inSession, alone == withText else {
            return
              "round \(round): \(trial)\nalone \(alone)\nin session \(inSession)\nwith its text \(withText)"
          }
        }
      }
      return nil
    }
    #expect(counterexample == nil)
  }

  @Test func `what a failed test has found outlives the next document`() throws {
    var session = PatchSession()
    var found: [JSON] = []
    for name in ["first", "other"] {
      let text = Array(#"{"a": {"b": "\#(name)"}}"#.utf8)
      do {
        _ = try session.apply([.test("/a", 1)], toJSON: text)
      } catch {
        found += [error.found].compactMap(\.self)
      }
      // Edited, it has the text of the document but not its edits.
      found[found.count - 1]["c"] = 1
    }
    #expect(found == [["b": "first", "c": 1], ["b": "other", "c": 1]])
  }

  @Test(arguments: [
    "[", "{}", #"[{"op": "add"}]"#, #"[{"op": "add", "path": "a", "value": 1}]"#,
    #"[{"op": "test", "path": "/a", "value": [1]}]"#,
  ])
  func `a wrong patch is refused as it is alone, and the session goes on`(text: String) throws {
    var session = PatchSession()
    let document = Array(#"{"a": 1}"#.utf8)
    for _ in 0..<2 {
      let alone = #expect(throws: JSONPatchError.self) {
        _ = try JSONPatch(parsing: text).apply(toJSON: document)
      }
      let inSession = #expect(throws: JSONPatchError.self) {
        try session.apply(parsing: Array(text.utf8), toJSON: document)
      }
      #expect(alone == inSession)
      let right = try session.apply(
        parsing: Array(#"[{"op": "remove", "path": "/a"}]"#.utf8), toJSON: document)
      #expect(right == Array("{}".utf8))
    }
  }

  @Test func `what an error says of a patch outlives the next patch`() throws {
    var session = PatchSession()
    var wanted: [JSON] = []
    for name in ["first", "other"] {
      let error = #expect(throws: JSONPatchError.self) {
        try session.apply(
          parsing: Array(#"[{"op": "test", "path": "/a", "value": {"b": "\#(name)"}}]"#.utf8),
          toJSON: Array(#"{"a": 1}"#.utf8))
      }
      wanted += [error?.expected].compactMap(\.self)
    }
    #expect(wanted == [["b": "first"], ["b": "other"]])
  }

  @Test func `the limits of a session can change`() throws {
    var session = PatchSession()
    let patch: JSONPatch = [.add("/a", [[1]])]
    #expect(try session.apply(patch, toJSON: Array("{}".utf8)) == Array(#"{"a":[[1]]}"#.utf8))
    session.limits.depth = 2
    let error = #expect(throws: JSONPatchError.self) {
      try session.apply(patch, toJSON: Array("{}".utf8))
    }
    #expect(error?.code == .limitExceeded)
    session.limits = .unlimited
    #expect(try session.apply(patch, toJSON: Array("{}".utf8)) == Array(#"{"a":[[1]]}"#.utf8))
  }
}
