import JSONPatching
import Testing

/// The code in the comments and articles of `JSONPatching`.
struct JSONPatchingExamples {
  private let flag: JSON = ["on": false, "tags": ["a"]]

  @Test func patches() throws {
    // example
    var flag: JSON = ["version": 4, "on": false]
    let patch: JSONPatch = [.test("/version", 4), .replace("/on", true)]
    try flag.apply(patch)
    shows(flag, #"{"version":4,"on":true}"#)
    // end
  }

  @Test func applying() throws {
    // example
    var flag: JSON = ["on": false]
    try flag.apply([.replace("/on", true)])
    // end
    #expect(flag == ["on": true])
  }

  @Test func bytes() throws {
    let bytes = Array(#"{"on": false}"#.utf8)
    let patch: JSONPatch = [.replace("/on", true)]
    // example
    let updated = try patch.apply(toJSON: bytes)
    // end
    shows(String(decoding: updated, as: UTF8.self), #"{"on": true}"#)
  }

  @Test func sessions() throws {
    let flags = ["{}", #"{"on":false}"#].map { Array($0.utf8) }
    let patch: JSONPatch = [.add("/on", true)]
    var stored: [[UInt8]] = []
    func store(_ bytes: [UInt8]) throws { stored.append(bytes) }
    // example
    var session = PatchSession()
    for flag in flags {
      try store(session.apply(patch, toJSON: flag))
    }
    // end
    #expect(stored == Array(repeating: Array(#"{"on":true}"#.utf8), count: 2))
  }

  @Test func sessionsOfRequests() throws {
    let flag = Array(#"{"on": false}"#.utf8)
    let requests = [(name: "first", body: Array(#"[{"op": "remove", "path": "/on"}]"#.utf8))]
    var responses: [[UInt8]] = []
    func respond(_ bytes: [UInt8]) throws { responses.append(bytes) }
    var session = PatchSession()
    // example
    for request in requests {
      try respond(session.apply(parsing: request.body, toJSON: flag))
    }
    // end
    #expect(responses == [Array("{}".utf8)])
  }

  @Test func errors() {
    var document: JSON = ["environments": ["test": [:]]]
    let patch: JSONPatch = [
      .test("/environments/test", [:]), .add("/on", true), .remove("/environments/prod/on"),
    ]
    // example
    do {
      try document.apply(patch)
    } catch {
      shows(error.code, #"path-not-found"#)
      shows(error.operationIndex, #"2"#)
      shows(error.resolvedPrefix, #"/environments"#)
    }
    // end
    #expect(document == ["environments": ["test": [:]]])
  }

  @Test func validation() {
    let bytes = Array(
      """
      [
      {"op": "test", "path": "/config", "value": {}},
      {"op": "remove", "path": "/confg"}
      ]
      """.utf8)
    let document: JSON = ["config": [:]]
    func print(_ finding: JSONPatch.Diagnostic) {
      let text = #"3:26: error: operation 1: no member "confg" in the document [path-not-found]"#
      shows(finding, text)
    }
    // example
    for finding in JSONPatch.validate(bytes, on: document) {
      print(finding)
      // 3:26: error: operation 1: no member "confg" in the document [path-not-found]
    }
    // end
  }

  @Test func inverses() throws {
    // example
    let patch: JSONPatch = [.remove("/tags/0"), .replace("/on", true)]
    let inverse = try patch.inverted(on: flag)
    // [{"op":"replace","path":"/on","value":false},{"op":"add","path":"/tags/0","value":"a"}]
    // end
    shows(
      inverse,
      #"[{"op":"replace","path":"/on","value":false},{"op":"add","path":"/tags/0","value":"a"}]"#)
  }

  @Test func compaction() throws {
    // example
    let patch: JSONPatch = [.add("/a", 1), .replace("/a", 2), .add("/b", 3), .remove("/b")]
    try shows(patch.compacted(on: [:]), #"[{"op":"add","path":"/a","value":2}]"#)
    // end
  }

  @Test func mergePatches() throws {
    // example
    var flag: JSON = ["on": false, "note": "old"]
    try flag.apply(JSONMergePatch(["on": true, "note": nil]))
    shows(flag, #"{"on":true}"#)
    // end
  }

  @Test func mergeDifferences() throws {
    // example
    let old: JSON = ["on": false, "note": "old", "tags": ["a"]]
    let new: JSON = ["on": true, "tags": ["a", "b"]]
    try shows(new.mergeDifference(from: old), #"{"note":null,"on":true,"tags":["a","b"]}"#)
    // end
  }

  @Test func differences() {
    // example
    let name: JSON = "The new checkout, for a part of the users"
    let old: JSON = ["name": name, "on": false, "tags": ["a", "b"]]
    let new: JSON = ["name": name, "on": true, "tags": ["b"]]
    _ = new.difference(from: old)
    // [{"op":"replace","path":"/on","value":true},{"op":"remove","path":"/tags/0"}]
    // end
    shows(
      new.difference(from: old),
      #"[{"op":"replace","path":"/on","value":true},{"op":"remove","path":"/tags/0"}]"#)
  }

  @Test func differencesOfTheArticle() throws {
    // example
    let name: JSON = "The new checkout, for a part of the users"
    let old: JSON = ["name": name, "on": false, "tags": ["a", "b"]]
    let new: JSON = ["name": name, "on": true, "tags": ["b"]]

    let patch = new.difference(from: old)  // replace /on, remove /tags/0
    let undo = try patch.inverted(on: old)  // add /tags/0, replace /on
    let merge = try new.mergeDifference(from: old)  // {"on":true,"tags":["b"]}
    // end
    #expect(patch == [.replace("/on", true), .remove("/tags/0")])
    #expect(undo == [.add("/tags/0", "a"), .replace("/on", false)])
    #expect(merge.json == ["on": true, "tags": ["b"]])
  }

  @Test func patterns() {
    // example
    let pattern: JSONPointer.Pattern = "/items/*/_version"
    shows(pattern.matches("/items/0/_version"), #"true"#)
    // end
  }
}
