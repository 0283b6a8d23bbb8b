import JSONPatching
import Testing

@testable import PatchCommand

/// The values that the article on limits and the help name are those that hold.
struct LimitsArticleTests {
  static let values: [(name: String, value: Int)] = [
    ("``JSONPatch/Limits/depth``", JSONPatch.Limits.default.depth),
    ("``JSONPatch/Limits/operations``", JSONPatch.Limits.default.operations),
    ("``JSONPatch/Limits/copiedBytes``", JSONPatch.Limits.default.copiedBytes),
    ("``JSONPatch/Limits/resultBytes``", JSONPatch.Limits.default.resultBytes),
    ("size of a file, for the command", FileSystem.defaultSizeLimit),
  ]

  @Test(arguments: values)
  func `the article names the default`(name: String, value: Int) throws {
    let row = try #require(
      Document("Sources/JSONPatching/JSONPatching.docc/LimitsAndThreats.md").text
        .split(separator: "\n").first { $0.hasPrefix("| \(name) |") })
    #expect(Self.number(row.split(separator: "|")[1]) == value)
  }

  @Test(arguments: zip(Flag.limits, values))
  func `the help names the default`(flag: Flag, value: (name: String, value: Int)) throws {
    let words = try #require(flag.help.firstMatch(of: /\(default: (.*)\)/))
    #expect(Self.number(words.1) == value.value)
  }

  /// The number that some words begin with, and its unit.
  private static func number(_ words: Substring) -> Int? {
    let parts = words.replacing(",", with: "").split(separator: " ")
    let unit =
      switch parts.last {
      case "KiB": 1 << 10
      case "MiB": 1 << 20
      case "GiB": 1 << 30
      default: 1
      }
    return parts.first.flatMap { Int($0) }.map { $0 * unit }
  }
}
