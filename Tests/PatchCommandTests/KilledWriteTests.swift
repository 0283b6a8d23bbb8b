import Foundation
import TestSupport
import Testing

/// The command under `strace`, which can kill it at any call of the system, or let the call fail.
enum TracedCommand {
  /// One call that a command makes: its name, and how often that has been called by then, itself included.
  struct Call {
    let name: String
    let number: Int
  }

  /// Whether there is a `strace`, and it may trace here.
  static let isPermitted =
    (try? ProcessTests.run("strace -qq -o /dev/null true"))?.status == 0

  /// The calls by which a file gets its contents and its name, and the one that ends a process.
  static func calls(
    of arguments: String, in folder: TemporaryFolder
  ) throws -> [Call] {
    let calls = "/^(write|fchown|fchmod|fsync|rename.*|exit_group)$"
    let script = "strace -f -qq -e 'trace=\(calls)' -o trace \"$JPATCH\" \(arguments) && cat trace"
    let trace = try ProcessTests.run(script, in: folder.path).output
    var numbers: [String: Int] = [:]
    return trace.split(separator: "\n").compactMap { line in
      guard let match = line.firstMatch(of: /^[0-9]+ +([a-z0-9_]+)\(/) else { return nil }
      let name = String(match.1)
      numbers[name, default: 0] += 1
      return Call(name: name, number: numbers[name, default: 0])
    }
  }

  /// Runs the command with something else in the place of a call.
  static func run(
    _ arguments: String, injecting fault: String, at call: Call, in folder: TemporaryFolder
  ) throws -> (status: Int32, output: String, error: String) {
    let injection = "inject=\(call.name):\(fault):when=\(call.number)"
    return try ProcessTests.run(
      "strace -f -qq -o /dev/null -e \(injection) \"$JPATCH\" \(arguments)", in: folder.path)
  }
}

/// Files that are written in their place, by a process that comes to no end or to a call that fails, at each call that matters:
/// there is the old file or the new one, whole.
@Suite(
  .enabled(if: BuiltBinary.path != nil, "jpatch has not been built"),
  .enabled(if: TracedCommand.isPermitted, "strace is not installed, or may not trace"))
struct KilledWriteTests {
  private static let old = #"{"a": 1, "text": "as it was"}"#
  private static let new = #"{"a": 2, "text": "as it was"}"#

  /// What is in a folder after a fault.
  private struct Outcome {
    let document: String
    let backup: String?
    /// Files that are neither the document nor its backup.
    let others: [String]

    init(_ folder: TemporaryFolder) throws {
      document = try folder.text("doc.json")
      backup = try? folder.text("doc.json.orig")
      others = folder.names.filter {
        !["doc.json", "doc.json.orig", "patch.json"].contains($0)
      }
    }
  }

  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(old, to: "doc.json")
    try folder.write(#"[{"op": "replace", "path": "/a", "value": 2}]"#, to: "patch.json")
    return folder
  }

  private static func calls(_ arguments: String) throws -> [TracedCommand.Call] {
    let calls = try TracedCommand.calls(of: arguments, in: folder())
    let files = arguments.contains("--backup") ? 2 : 1
    for name in ["write", "fchown", "fchmod", "fsync", "rename"] {
      #expect(calls.count { $0.name.hasPrefix(name) } >= files, "\(name)")
    }
    return calls
  }

  private static let commands = ["-i", "-i --backup", "-o doc.json"].map {
    "apply patch.json --on doc.json \($0)"
  }

  @Test(arguments: commands)
  func `a process that is killed`(arguments: String) throws {
    var documents: Set<String> = []
    for call in try Self.calls(arguments) {
      let folder = try Self.folder()
      _ = try TracedCommand.run(arguments, injecting: "signal=KILL", at: call, in: folder)
      let outcome = try Outcome(folder)
      #expect([Self.old, Self.new].contains(outcome.document), "\(call)")
      #expect(outcome.backup == nil || outcome.backup == Self.old, "\(call)")
      // Whoever is killed cannot tidy up; what is left bears the name of the file it was to become.
      #expect(outcome.others.count <= 1, "\(call)")
      #expect(outcome.others.allSatisfy { $0.hasPrefix("doc.json.") }, "\(call)")
      documents.insert(outcome.document)
    }
    #expect(documents == [Self.old, Self.new])
  }

  @Test(arguments: commands)
  func `a call that fails`(arguments: String) throws {
    // A file that cannot be given away is written all the same, and nothing is left to do about an exit.
    let calls = try Self.calls(arguments).filter { !["fchown", "exit_group"].contains($0.name) }
    let last = try #require(calls.lastIndex { $0.name.hasPrefix("rename") })
    for (index, call) in calls.enumerated() {
      let folder = try Self.folder()
      let result = try TracedCommand.run(arguments, injecting: "error=EIO", at: call, in: folder)
      let outcome = try Outcome(folder)
      // What comes after the new file has its name is only said.
      #expect(outcome.document == (index > last ? Self.new : Self.old), "\(call)")
      #expect(outcome.backup == nil || outcome.backup == Self.old, "\(call)")
      #expect(outcome.others.isEmpty, "\(call)")
      if index <= last {
        #expect(result.status == 2, "\(call)")
        #expect(result.error.hasPrefix("error: cannot write doc.json: "), "\(call)")
      }
    }
  }
}
