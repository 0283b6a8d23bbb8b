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
          guard alone == inSession else {
            return "round \(round): \(trial)\nalone \(alone)\nin session \(inSession)"
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
