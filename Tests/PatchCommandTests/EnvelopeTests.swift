import JSONPatching
import PatchCommand
import TestSupport
import Testing

/// The envelope `{"comment": …, "patch": […]}` is judged by the resource wherever it is read or written.
struct EnvelopeTests {
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(#"[{"op":"replace","path":"/name","value":"x"}]"#, to: "bare.json")
    try folder.write(
      #"{"comment":"c","patch":[{"op":"replace","path":"/name","value":"x"}]}"#, to: "wrapped.json")
    try folder.write(#"{"name":"n"}"#, to: "doc.json")
    try folder.write(try Fixtures.text("profiles/open.json"), to: "open.json")
    return folder
  }

  @Test(arguments: [
    "preview wrapped.json --on doc.json", "validate wrapped.json",
    "validate wrapped.json --on doc.json", "convert wrapped.json --to wrapped",
    "convert bare.json --to wrapped --comment c", "request bare.json --comment c --id i",
    "request wrapped.json --id i",
  ])
  func `a resource accepts the envelope, doubts it or refuses it`(command: String) throws {
    let folder = try Self.folder()
    let session = Session(folder: folder.path)
    func run(_ profile: String) -> Session.Result {
      session.run(command.split(separator: " ").map { String($0) } + ["--profile", profile])
    }
    let accepted = run("relay-proxy-configuration")
    #expect(accepted.status == .success)
    #expect(!(accepted.text + accepted.error).contains("[envelope]"))
    let doubted = run("webhook")
    #expect(doubted.status == .success)
    #expect((doubted.text + doubted.error).contains("[envelope]"))
    let refused = run("open.json")
    #expect(refused.status == .refused)
    #expect((refused.text + refused.error).contains("bare array"))
  }

  @Test func `the way out of an envelope that is refused is open`() throws {
    let folder = try Self.folder()
    let session = Session(folder: folder.path)
    let result = session.run("convert", "wrapped.json", "--to", "bare", "--profile", "open.json")
    #expect(result.status == .success)
    let bare: JSON = [["op": "replace", "path": "/name", "value": "x"]]
    #expect(try JSON(parsing: result.output) == bare)
  }
}
