import Foundation

/// Another library that patches JSON, or parses it, and the program that drives it.
public struct Peer: Sendable {
  /// What it is called in reports.
  public let name: String
  /// What it does less than jpatch, or otherwise.
  public let remark: String
  /// How it is started.
  public let program: Program
  /// What it can be asked.
  public let tasks: Set<Task>

  /// What of a task a peer can do: all of it, or, of patching a text, the parsing.
  public func share(of task: Task) -> Task? {
    if tasks.contains(task) { return task }
    return task == .patch && tasks == [.parse] ? .parse : nil
  }

  /// What is asked of a peer, under the protocol's names.
  public enum Task: String, Codable, Sendable {
    /// Parse the document.
    case parse
    /// Parse document and patch, apply, write.
    case patch
    /// Apply a parsed patch to a parsed document, all or nothing.
    case apply
    /// Patch a file, as a process of its own.
    case process
  }

  /// How the peer is started.
  public enum Program: Sendable {
    /// The driver in Python, for one of several libraries.
    case python(argument: String)
    /// A driver that has been built.
    case built(name: String)
    /// jq has programs instead of patches.
    case jq
  }

  /// The yardstick that can be installed anywhere.
  public static let yyjson = Peer(
    name: "yyjson", remark: "C, called from Python; numbers as 64 bits",
    program: .python(argument: "yyjson"), tasks: [.parse, .patch, .apply, .process])

  /// All of them, those in C and C++ first.
  public static let all = [
    Peer(
      name: "yyjson native", remark: "C, from PyPI's source package; numbers as 64 bits",
      program: .built(name: "yyjson"), tasks: [.parse, .patch, .apply, .process]),
    yyjson,
    Peer(
      name: "simdjson", remark: "C++, called from Python; parses only, numbers as 64 bits",
      program: .python(argument: "pysimdjson"), tasks: [.parse]),
    Peer(
      name: "nlohmann", remark: "C++, ordered_json; numbers as 64 bits",
      program: .built(name: "nlohmann"), tasks: [.parse, .patch, .apply, .process]),
    Peer(
      name: "cJSON_Utils",
      remark: "C; numbers as double, no UTF-8 check, not atomic (W3: with a copy)",
      program: .built(name: "cjson"), tasks: [.parse, .patch, .apply, .process]),
    Peer(
      name: "evanphx", remark: "Go; parses only what paths lead through, no UTF-8 check",
      program: .built(name: "evanphx"), tasks: [.patch, .process]),
    Peer(
      name: "jsonpatch + orjson", remark: "Python; numbers as 64 bits",
      program: .python(argument: "orjson"), tasks: [.parse, .patch, .apply, .process]),
    Peer(
      name: "jsonpatch", remark: "Python with its own json; fractions as double",
      program: .python(argument: "jsonpatch"), tasks: [.parse, .patch, .apply, .process]),
    Peer(
      name: "jq", remark: "no patcher: a jq program that does the same to this resource",
      program: .jq, tasks: [.process]),
  ]
}

extension Peer {
  /// Starts the program that speaks the protocol; `nil` when there is none.
  public var serving: Command? {
    switch program {
    case .python(let argument):
      Self.python.map { Command($0, [Self.pythonDriver, argument]) }
    case .built(let name): Command(PackageFolder.path(".build/peers/bin/" + name), [])
    case .jq: nil
    }
  }

  private static let pythonDriver = PackageFolder.path("Benchmarks/peers/python/driver.py")

  /// The interpreter itself: the one on the path may be a script that looks for it.
  private static let python: String? =
    (try? Command("python3", ["-c", "import sys; print(sys.executable)"]).output()).map {
      String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
