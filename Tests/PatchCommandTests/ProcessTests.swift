import Foundation
import TestSupport
import Testing

/// The command as it was built.
enum BuiltBinary {
  /// The path of the binary, which lies beside the tests.
  static let path: String? = {
    let test = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let path = test.deletingLastPathComponent().appendingPathComponent("jpatch").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  /// What scripts find in their environment: of that of the tests only what sanitizers are told.
  static let environment = ["JPATCH": path ?? "", "PATH": "/usr/bin:/bin"]
    .merging(
      ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") },
      uniquingKeysWith: { own, _ in own })
}

/// The built binary as a shell sees it: what no test inside this process can show.
@Suite(.enabled(if: BuiltBinary.path != nil, "jpatch has not been built"))
struct ProcessTests {
  /// Runs a script of `sh` in which `jpatch` is the binary.
  static func run(_ script: String, in folder: String = Fixtures.path("preview")) throws
    -> (status: Int32, output: String, error: String)
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "jpatch() { \"$JPATCH\" \"$@\"; }\n" + script]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = BuiltBinary.environment
    let (output, error) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, error)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let talk = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: text, as: UTF8.self),
      String(decoding: talk, as: UTF8.self)
    )
  }

  @Test(
    arguments: [
      ("jpatch --version", 0),
      ("jpatch preview patch.json --on delivery.json", 0),
      ("jpatch preview bad.json --on delivery.json", 1),
      ("jpatch validate bad.json", 1),
      ("jpatch get /none --on delivery.json", 1),
      ("jpatch preview patch.json --on none.json", 2),
      ("jpatch preview patch.json --on .", 2),
      ("jpatch", 64),
      ("jpatch prevew", 64),
      ("jpatch preview patch.json --on delivery.json --profle x", 64),
    ] as [(String, Int32)])
  func `the process ends with the status`(script: String, status: Int32) throws {
    let result = try Self.run(script)
    #expect(result.status == status, "\(result.error)")
    #expect(result.output.isEmpty == (status > 1 || script.contains("/none")))
    #expect(result.status < 2 || !result.error.isEmpty)
  }

  @Test func `standard input is read`() throws {
    #expect(try Self.run("jpatch get /version --on - < delivery.json").output == "4\n")
    let piped = try Self.run("cat patch.json | jpatch apply - --on delivery.json -c")
    #expect(piped.status == 0)
    #expect(piped.output.contains("EU feature store"))
  }

  @Test func `closed and full streams are trouble, said in words where that is possible`() throws {
    let full = try Self.run("jpatch get '' --on delivery.json > /dev/full")
    #expect(full.status == 2)
    #expect(full.error == "error: cannot write standard output: no space left\n")
    let closed = try Self.run("jpatch get '' --on delivery.json >&-")
    #expect(closed.status == 2)
    #expect(closed.error == "error: cannot write standard output: it is closed\n")
    let noInput = try Self.run("jpatch get '' --on - <&-")
    #expect(noInput.status == 2)
    #expect(noInput.error == "error: cannot read standard input: it is closed\n")
    #expect(try Self.run("jpatch get /none --on delivery.json 2>&-").status == 1)
  }

  @Test func `a reader that leaves early ends nothing loudly`() throws {
    let folder = try TemporaryFolder()
    let numbers = Array(0..<300_000).map(String.init).joined(separator: ",")
    try folder.write("[\(numbers)]", to: "doc.json")
    try folder.write(#"[{"op":"replace","path":"/0","value":1}]"#, to: "patch.json")
    let script = """
      { jpatch apply patch.json --on doc.json; echo $? > status; } | head -c 10
      cat status
      """
    let result = try Self.run(script, in: folder.path)
    #expect(result.output == "[1,1,2,3,40\n")
    #expect(result.error.isEmpty)
  }

  @Test func `in place keeps the permissions and leaves nothing behind`() throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"a": 1}"#, to: "doc.json")
    try folder.write(#"[{"op":"replace","path":"/a","value":2}]"#, to: "patch.json")
    let script =
      "chmod 640 doc.json && jpatch apply patch.json --on doc.json -i && stat -c %a doc.json"
    let result = try Self.run(script, in: folder.path)
    #expect(result.output == "640\n")
    #expect(try folder.text("doc.json") == #"{"a": 2}"#)
    #expect(folder.names == ["doc.json", "patch.json"])
  }

  @Test func `a new file takes the permissions that the shell gives`() throws {
    let folder = try TemporaryFolder()
    try folder.write("[]", to: "patch.json")
    try folder.write("{}", to: "doc.json")
    let script =
      "umask 027 && jpatch apply patch.json --on doc.json -o new.json && stat -c %a new.json"
    #expect(try Self.run(script, in: folder.path).output == "640\n")
  }

  @Test(
    arguments: [
      #"{"op":"test","path":"","value":1}"#, #"{"op":"test","path":"","value":{}}"#,
      #"{"op":"copy","from":"","path":"/none/x"}"#, #"{"op":"remove","path":""}"#,
      #"{"op":"replace","path":"/a","value":1},{"op":"test","path":"","value":1}"#,
    ])
  func `many failures on a large document take little room`(operations: String) throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: #"{"a":[1,2,3],"b":"text"},"#, count: 40_000)
    try folder.write(#"{"a":1,"list":[\#(text)0]}"#, to: "doc.json")
    let patch = Array(repeating: operations, count: 1000).joined(separator: ",")
    try folder.write("[\(patch)]", to: "patch.json")
    // As many copies of the document as there are failures would take more than a gigabyte.
    let script = """
      ulimit -v 400000
      jpatch preview patch.json --on doc.json; echo $?
      jpatch validate patch.json --on doc.json; echo $?
      """
    let result = try Self.run(script, in: folder.path)
    #expect(result.output.contains("Refused:"))
    #expect(result.output.hasSuffix("1\n"))
    #expect(result.error.isEmpty)
  }

  @Test func `a hundred megabytes of open brackets are refused quickly`() throws {
    // Without optimisation, looking at so much takes too long for a test.
    #if DEBUG
      let count = 2_000_000
    #else
      let count = 100_000_000
    #endif
    let folder = try TemporaryFolder()
    let script = """
      head -c \(count) /dev/zero | tr '\\0' '[' > deep.json
      jpatch validate deep.json; echo $?
      jpatch get /0 --on deep.json; echo $?
      """
    let start = ContinuousClock.now
    let result = try Self.run(script, in: folder.path)
    #expect(result.output.hasSuffix("1\n2\n"))
    #expect(result.output.contains("deep.json:1:"))
    #expect(result.error.contains("deep.json:1:"))
    #expect(result.output.utf8.count + result.error.utf8.count < 2000)
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
