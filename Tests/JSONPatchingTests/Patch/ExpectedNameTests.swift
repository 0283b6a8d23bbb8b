import JSONPatching
import TestSupport
import Testing

/// The names and the `op` of an operation are recognised by what they stand for, however they are spelt, and by all of it.
@Suite struct ExpectedNameTests {
  @Test func `names and op may be spelt with escapes`() throws {
    let patch = try JSONPatch(
      parsing: #"""
        [{"\u006fp":"rem\u006fve","p\u0061th":"/a"},{"o\u0070":"move","\u0066rom":"/a","path":"/b"},
        {"op":"\u0072eplace","path":"/\u0063","v\u0061lue":1}]
        """#)
    #expect(patch == [.remove("/a"), .move(from: "/a", to: "/b"), .replace("/c", 1)])
  }

  @Test(arguments: [
    #""op\"""#, #""op\u0022""#, #""o""#, #""opp""#, #""Op""#, #""op ""#, #""op\u0000""#, #""""#,
    #""operation""#, #""op,\"path\"""#,
  ])
  func `a name that only begins like an expected one is another one`(name: String) throws {
    let error = #expect(throws: JSONPatchError.self) {
      try JSONPatch(parsing: "[{\(name):\"remove\",\"path\":\"/a\"}]")
    }
    #expect(error?.code == .opMissing)
    // And it may stand beside the expected one.
    let patch = try JSONPatch(parsing: "[{\(name):1,\"op\":\"remove\",\"path\":\"/a\"}]")
    #expect(patch == [.remove("/a")])
  }

  @Test(arguments: [
    #""replace\"""#, #""replac""#, #""replaced""#, #""replacement""#, #""remove\u0022""#, #""""#,
    #""add ""#, #""TEST""#, #""copy\u0000""#,
  ])
  func `an op that only begins like one is none`(op: String) {
    let error = #expect(throws: JSONPatchError.self) {
      try JSONPatch(parsing: "[{\"op\":\(op),\"path\":\"/a\",\"value\":1}]")
    }
    #expect(error?.code == .opUnknown)
  }

  @Test(arguments: [
    #""op":"add""#, #""\u006fp":"remove""#, #""path":"/b""#, #""p\u0061th":"/b""#, #""value":2"#,
    #""from":"/b","from":"/c""#, #""x":1,"x":2"#, #""x":1,"\u0078":2"#,
  ])
  func `a repeated name is a mistake, however it is spelt`(members: String) {
    let error = #expect(throws: JSONPatchError.self) {
      try JSONPatch(parsing: "[{\"op\":\"add\",\"path\":\"/a\",\"value\":1,\(members)}]")
    }
    #expect(error?.code == .jsonDuplicateMember)
  }

  @Test func `a name that is repeated in a patch that was edited is a mistake, too`() throws {
    var json = try JSON(parsing: #"[{"op":"test","path":"/a","value":1,"x":1,"x":2}]"#)
    json[0]?["value"] = 2
    let error = #expect(throws: JSONPatchError.self) { try JSONPatch(json) }
    #expect(error?.code == .jsonDuplicateMember)
  }

  @Test func `a patch that was edited is read as it is now`() throws {
    var json: JSON = [["op": "add", "path": "/a", "value": 1], ["op": "test", "path": "/b"]]
    json[0]?["path"] = "/c"
    json[0]?["value"] = ["x": [1, 2]]
    json[1]?["value"] = nil as JSON
    #expect(try JSONPatch(json) == [.add("/c", ["x": [1, 2]]), .test("/b", nil)])
    json[1]?["op"] = "remove"
    #expect(try JSONPatch(json) == [.add("/c", ["x": [1, 2]]), .remove("/b")])
  }
}
