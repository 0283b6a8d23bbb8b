import Foundation
import PeerProcesses

/// The fixtures that the engine is tested with, as an examination for others.
///
/// Only the rows that follow from RFC 6901 or RFC 6902 take part, none with limits of our own. A
/// result counts when it is the same value to the last digit.
struct Conformance {
  /// How many cases came out right.
  struct Score: Codable, Sendable, CustomStringConvertible {
    var passed: Int
    var total: Int

    var description: String { "\(passed)/\(total)" }
  }

  private struct Case {
    var document: [UInt8]
    var patch: [UInt8]
    /// `nil` when the patch must be refused.
    var expected: [UInt8]?
  }

  private let cases: [Case]

  /// Reads the fixtures.
  init() throws {
    let folder = PackageFolder.path("Fixtures/patch")
    cases = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".json") }.sorted()
      .flatMap { name in
        let table = try [UInt8](contentsOf: URL(filePath: folder).appending(path: name))
        return try Tree(reading: table).elements.compactMap(Self.case(in:))
      }
  }

  private static func `case`(in row: Tree) -> Case? {
    guard row["limits"] == nil, row["section"]?.text?.hasPrefix("RFC 690") == true,
      let document = json("doc", in: row), let patch = json("patch", in: row)
    else { return nil }
    let expected = json("expected", in: row)
    guard expected != nil || row["error"] != nil else { return nil }
    return Case(document: document, patch: patch, expected: expected)
  }

  /// The member as a value, or as a text that may be cut into lines.
  private static func json(_ name: String, in row: Tree) -> [UInt8]? {
    guard let text = row[name + "Text"] else { return row[name]?.json() }
    return Array((text.text ?? text.elements.compactMap(\.text).joined(separator: "\n")).utf8)
  }

  func score(_ patched: (_ document: [UInt8], _ patch: [UInt8]) throws -> [UInt8]?) -> Score {
    let passed = cases.count { item in
      // No answer at all is a mistake, also where a refusal is right.
      guard let result = try? Optional.some(patched(item.document, item.patch)) else {
        return false
      }
      guard let result, let expected = item.expected else {
        return result == nil && item.expected == nil
      }
      return Agreement(result, expected) == .same
    }
    return Score(passed: passed, total: cases.count)
  }
}
