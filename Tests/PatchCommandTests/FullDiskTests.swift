import Foundation
import TestSupport
import Testing

/// A disk in memory that only the process that asked for it sees.
enum SmallDisk {
  /// Whether this machine lets its users have one.
  static let isPermitted = (try? run("", in: TemporaryFolder()).status) == 0

  /// Runs a script of `sh` on a new disk of 160 KiB.
  static func run(
    _ script: String, in folder: TemporaryFolder
  ) throws -> (status: Int32, output: String, error: String) {
    try folder.write(
      """
      mkdir disk && mount -t tmpfs -o size=160k none disk && cd disk || exit 77
      \(script)
      """, to: "script")
    return try ProcessTests.run(
      "unshare --user --map-root-user --mount sh ./script", in: folder.path)
  }
}

/// A disk that is full before the new file is: the old one is as it was, and nothing lies about.
@Suite(
  .enabled(if: BuiltBinary.path != nil, "jpatch has not been built"),
  .enabled(if: SmallDisk.isPermitted, "no file system may be mounted here"))
struct FullDiskTests {
  /// A document of which the disk holds one, and not two.
  private static let document =
    "{\"a\": 1, \"text\": \"\(String(repeating: "x", count: 100_000))\"}"

  @Test(arguments: ["-i", "-i --backup", "-o doc.json", "-o new.json"])
  func `the old file is intact`(options: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.document, to: "doc.json")
    try folder.write(#"[{"op": "replace", "path": "/a", "value": 2}]"#, to: "patch.json")
    let result = try SmallDisk.run(
      """
      cp ../doc.json .
      "$JPATCH" apply ../patch.json --on doc.json \(options)
      echo "status $?"
      cmp doc.json ../doc.json && ls -A
      """, in: folder)
    #expect(result.output == "status 2\ndoc.json\n")
    let name = options.split(separator: " ").last.map { $0.hasPrefix("-") ? "doc.json" : $0 }
    #expect(result.error == "error: cannot write \(name ?? ""): no space left\n")
  }

  @Test func `what there is room for is written`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.document, to: "doc.json")
    try folder.write(#"[{"op": "remove", "path": "/text"}]"#, to: "patch.json")
    let result = try SmallDisk.run(
      """
      cp ../doc.json .
      "$JPATCH" apply ../patch.json --on doc.json -i && cat doc.json && ls -A
      """, in: folder)
    #expect(result.output == "{\"a\": 1}doc.json\n")
    #expect(result.error.hasPrefix("updated doc.json"))
  }
}
