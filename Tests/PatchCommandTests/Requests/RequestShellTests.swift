import Foundation
import JSONPatching
import TestSupport
import Testing

extension BuiltBinary {
  fileprivate static let hasCurl = FileManager.default.isExecutableFile(atPath: "/usr/bin/curl")
}

/// The printed command line, run by `sh` and sent by the real `curl`.
@Suite(.enabled(if: BuiltBinary.path != nil && BuiltBinary.hasCurl, "jpatch or curl is not there"))
struct RequestShellTests {
  private static let document = #"""
    {"_links": {"self": {"href": "x"}}, "_id": "an id/with'$(touch bad)?#%41 é", "integrationKey": "split",
     "projectKey": "default", "config": {"workspaceApiKey": "abc****xyz"}, "tags": [], "name": "Old", "version": 1}
    """#

  /// Values that a shell or a tool could take for something else.
  private static let values = [
    "it's", "''", "'", #"\'"#, "$HOME ${HOME} $(touch bad) `touch bad`", #"a\b\\c\"#,
    "line\nbreak\r\n",
    "@patch.json", "-", "--", "é ü 日本 \u{1F600}", "e\u{301}", "\u{202E}\u{1B}[2J\u{7F}\u{0}",
    "%41%",
    "JPATCH_BODY", "a\nJPATCH_BODY\nb", "!! !$ *", #"{"a": ["b"]}"#, "\t", "",
  ]

  /// What the server got for a request, and what `-f http` and `-f json` said that it would get.
  private func send(
    _ patch: String, _ options: String = "", document: String = document,
    profile: String = "flag-import-configuration"
  ) throws -> (received: LoopbackServer.Received, http: [String], body: [UInt8], report: JSON) {
    let folder = try TemporaryFolder()
    try folder.write(patch, to: "patch.json")
    try folder.write(document, to: "doc.json")
    let server = try LoopbackServer()
    defer { server.close() }
    let command = """
      jpatch request patch.json --on doc.json --profile \(profile) -q \
      --base-uri http://127.0.0.1:\(server.port) \(options)
      """
    let result = try ProcessTests.run(
      """
      set -e
      \(command) -f http > http
      \(command) -f json > json
      \(command) > line
      export LD_ACCESS_TOKEN='api-to ken$x'
      PATH="$(dirname "$JPATCH"):$PATH" sh ./line
      """, in: folder.path)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output == "{}\n")
    #expect(!folder.names.contains("bad"))
    let received = try #require(server.request())
    let http = try folder.text("http")
    let parts = http.components(separatedBy: "\r\n\r\n")
    return (
      received, parts[0].components(separatedBy: "\r\n"), Array(parts[1].utf8),
      try JSON(parsing: folder.text("json"))
    )
  }

  private func expectAgreement(
    _ sent: (received: LoopbackServer.Received, http: [String], body: [UInt8], report: JSON)
  ) {
    #expect(sent.received.head.first == sent.http.first)
    for line in sent.http.dropFirst() {
      let name = String(line.prefix { $0 != ":" })
      let value = line.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
      let expected = name == "Authorization" ? "api-to ken$x" : value
      #expect(sent.received.field(name) == expected, "\(name)")
    }
    #expect(sent.received.body == sent.body)
    #expect(
      sent.report["body"].map { $0.serialized(as: .compact) }.map { try? JSON(parsing: $0) }
        == (try? JSON(parsing: sent.received.body)))
  }

  @Test(arguments: values)
  func `every text arrives as it was written`(value: String) throws {
    let patch = #"[{"op": "replace", "path": "/name", "value": \#(JSON(value))}]"#
    let sent = try send(patch)
    expectAgreement(sent)
    #expect(try JSON(parsing: sent.received.body)[JSONPointer("/0/value")] == JSON(value))
    #expect(
      sent.received.head.first == """
        PATCH /api/v2/integration-capabilities/flag-import/default/split/\
        an%20id%2Fwith%27%24%28touch%20bad%29%3F%23%2541%20%C3%A9 HTTP/1.1
        """)
    #expect(sent.received.field("LD-API-Version") == "beta")
    #expect(sent.received.field("Content-Type") == "application/json")
  }

  @Test(arguments: [33_000, 1_000_000])
  func `a long body arrives whole`(length: Int) throws {
    let text = String(repeating: #"it's $x \"# + "\u{e9}", count: length / 10)
    let sent = try send(#"[{"op": "replace", "path": "/name", "value": \#(JSON(text))}]"#)
    expectAgreement(sent)
    #expect(sent.received.body.count > length)
  }

  @Test func `a comment stands in the envelope`() throws {
    let sent = try send(
      #"[{"op": "replace", "path": "/name", "value": "New"}]"#, "--comment \"it's \\$5\"")
    expectAgreement(sent)
    #expect(try JSON(parsing: sent.received.body)["comment"] == "it's $5")
  }

  @Test func `numbers and the order of members arrive as they were written`() throws {
    let patch =
      #"[{"value":{"z":1.0,"a":1e400,"n":9007199254740993},"path":"/variations/0/value","op":"replace"}]"#
    let sent = try send(
      patch, "--project-key p", document: #"{"key": "k", "variations": [{"value": {}}]}"#,
      profile: "feature-flag")
    expectAgreement(sent)
    #expect(String(decoding: sent.received.body, as: UTF8.self) == patch)
    #expect(sent.received.head.first == "PATCH /api/v2/flags/p/k HTTP/1.1")
    #expect(sent.received.field("LD-API-Version") == nil)
  }

  @Test(arguments: ["", "--comment \"it's\""])
  func `a secret arrives though no output shows it`(options: String) throws {
    let folder = try TemporaryFolder()
    let patch = #"[ {"op": "replace", "path": "/config/workspaceApiKey", "value": "hush-hush"} ]"#
    let sent = try send(patch, options)
    #expect(String(decoding: sent.received.body, as: UTF8.self).contains("hush-hush"))
    #expect(!String(decoding: sent.body, as: UTF8.self).contains("hush"))
    #expect(!sent.report.description.contains("hush"))
    #expect(sent.report["complete"] == false)
    let body = try JSON(parsing: sent.received.body)
    #expect((options.isEmpty ? body : body["patch"]) == (try JSON(parsing: patch)))
    #expect(folder.names.isEmpty)
  }

  @Test func `a secret that is revealed stands in the line`() throws {
    let patch = #"[{"op": "replace", "path": "/config/workspaceApiKey", "value": "hush-hush"}]"#
    let sent = try send(patch, "--reveal /config/workspaceApiKey")
    expectAgreement(sent)
    #expect(sent.report["complete"] == true)
  }
}
