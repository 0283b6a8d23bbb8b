import Foundation
import TestSupport

extension FuzzTarget {
  /// What the fixtures have for the target, in the form of its inputs.
  public func seeds() throws -> [[UInt8]] {
    switch self {
    case .parser: try FixtureText.allJSON()
    case .writer, .patch: try Self.pairs(.patch)
    case .difference: try Self.pairs(.patch) + Self.pairs(.mergePatch) + Self.differences()
    case .profile: try Self.pairs(.patch).filter { RuledPatch(fuzzing: $0) != nil }
    case .arguments: []
    }
  }

  /// Writes the seeds into a folder, one file for each.
  public func writeSeeds(to folder: String) throws {
    for (number, seed) in try seeds().enumerated() {
      try Data(seed).write(to: URL(fileURLWithPath: "\(folder)/\(number)"))
    }
  }

  private static func pairs(_ reader: FixtureText.Reader) throws -> [[UInt8]] {
    try FixtureText.all(for: reader).map { pair($0.document, $0.bytes) }
  }

  private static func differences() throws -> [[UInt8]] {
    try FixtureRow.rows(in: "difference").compactMap { row in
      guard let old = try row.jsonText("old"), let new = try row.jsonText("new") else { return nil }
      return pair(old, new)
    }
  }

  private static func pair(_ document: [UInt8], _ other: [UInt8]) -> [UInt8] {
    document + Array("\n---\n".utf8) + other
  }
}
