import Foundation
import PeerProcesses

extension Peer {
  /// Most peers take many times the memory of the text.
  func isSuitable(for documents: [[UInt8]]) -> Bool {
    name.hasPrefix(Self.yyjson.name) || documents.allSatisfy { $0.count < 20_000_000 }
  }

  /// Patches a file and prints the result; `nil` if the peer cannot.
  func patching(_ files: WorkFiles, by patch: Tree) -> Command? {
    guard tasks.contains(.process) else { return nil }
    if case .jq = program {
      return JQProgram(patch: patch).map { Command("jq", ["-c", $0.text, files.document]) }
    }
    return serving.map {
      Command($0.program, $0.arguments + ["apply", files.patch, files.document])
    }
  }

  /// The version of a peer that only has a command.
  var commandVersion: String? {
    guard case .jq = program else { return nil }
    return (try? Command("jq", ["--version"]).output()).map {
      String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }
}
