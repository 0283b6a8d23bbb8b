import JSONPatching
import Testing

@testable import PatchCommand

struct FoldingTests {
  static let diagnostics =
    (0..<25).map {
      JSONPatch.Diagnostic(
        code: .pathNotFound, severity: .error, operationIndex: $0, message: "no member")
    } + [JSONPatch.Diagnostic(code: .testFailed, severity: .error, message: "differs")]

  @Test func `a code that is repeated is folded and the others are not`() {
    let folding = Folding(Self.diagnostics, limit: 20)
    #expect(folding.shown.count == 21)
    #expect(folding.shown.last?.code == .testFailed)
    #expect(folding.remainders == ["and 5 more [path-not-found]"])
  }

  @Test(arguments: [(0, 26, 0), (25, 26, 0), (1, 2, 1), (24, 25, 1)])
  func `the limit is respected`(limit: Int, shown: Int, remainders: Int) {
    let folding = Folding(Self.diagnostics, limit: limit)
    #expect(folding.shown.count == shown)
    #expect(folding.remainders.count == remainders)
  }

  @Test func `no more are shown than a screen can be read of`() {
    let diagnostics = (0..<1000).map {
      JSONPatch.Diagnostic(
        code: JSONPatch.Code(rawValue: "code-\($0 % 50)"), severity: .error, message: "bad")
    }
    let folding = Folding(diagnostics, limit: 20)
    #expect(folding.shown.count == 100)
    #expect(folding.remainders.count == 50)
    #expect(folding.remainders.first == "and 18 more [code-0]")
    #expect(Folding(diagnostics, limit: 0).shown.count == 1000)
  }

  @Test func `validate folds unless it is told otherwise`() throws {
    let folder = try TemporaryFolder()
    let operation: JSON = ["op": "remove", "path": "/none"]
    let patch = JSON(repeatElement(operation, count: 500))
    try folder.write(patch.serialized(as: .compact), to: "patch.json")
    try folder.write("{}", to: "doc.json")
    let session = Session(folder: folder.path)
    for (extra, count) in [([], 20), (["--max-errors", "0"], 500), (["--max-errors=7"], 7)] {
      let result = session.run(["validate", "patch.json", "--on", "doc.json"] + extra)
      #expect(result.status == .refused)
      let lines = result.text.split(separator: "\n")
      #expect(lines.count { $0.contains(": error: ") } == count)
      #expect(lines.contains("… and 480 more [path-not-found] in patch.json") == (count == 20))
      #expect(lines.last == "500 errors in patch.json.")
    }
  }

  @Test func `a patch that is refused as a whole is said to be`() throws {
    let folder = try TemporaryFolder()
    let operation: JSON = ["op": "test", "path": "", "value": [:]]
    let count = JSONPatch.Limits.default.operations + 1
    try folder.write(JSON(repeatElement(operation, count: count)).serialized(as: .compact), to: "p")
    try folder.write("{}", to: "d")
    let result = Session(folder: folder.path).run("preview", "p", "--on", "d")
    #expect(result.status == .refused)
    #expect(result.text.contains("\nRefused: the patch as a whole has an error.\n"))
  }
}
