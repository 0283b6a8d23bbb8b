import PatchCommand
import Testing

/// How long a body may be in a command line.
struct RequestLimitTests {
  private func run(_ length: Int, _ format: String) throws -> Session.Result {
    let folder = try TemporaryFolder()
    let text = String(repeating: "x", count: length - 44)
    try folder.write(#"[{"op":"replace","path":"/name","value":"\#(text)"}]"#, to: "patch.json")
    return Session(folder: folder.path).run(
      "request", "patch.json", "--profile", "webhook", "--id", "i", "-q", "-f", format)
  }

  @Test func `a long body goes through standard input`() throws {
    #expect(try run(32 << 10, "curl").text.contains("--data-raw"))
    #expect(try run((32 << 10) + 1, "curl").text.contains("--data @- <<'JPATCH_BODY'\n["))
  }

  @Test func `ldcli takes no more than an argument can hold`() throws {
    #expect(try run(131_071, "ldcli").status == .success)
    let result = try run(131_072, "ldcli")
    #expect(result.status == .usage)
    #expect(result.error.contains("too long for ldcli"))
  }
}
