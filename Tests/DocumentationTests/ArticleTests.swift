import PatchCommand
import Testing

/// The articles that show commands keep what they promise.
struct ArticleTests {
  static func articles() throws -> [String] {
    try CodeExampleTests.articles().filter { article in
      try article != "README.md" && Document(article).first("console") != nil
    }
  }

  @Test(arguments: try articles())
  func `every command of an article prints what stands below it`(article: String) throws {
    let blocks = try Document(article).blocks.filter { $0.language == "console" }
    #expect(!blocks.isEmpty)
    for block in blocks {
      let lines = block.text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let command = try #require(lines.first)
      #expect(Shell.run(String(command.dropFirst(2))).output == String(lines.last ?? ""))
    }
  }

  @Test(arguments: try articles())
  func `every option of an article is in the help`(article: String) throws {
    let help = ["preview", "request", "validate", "diff"]
      .map { Shell.run("jpatch help \($0)").output }.joined()
    let text = try Document(article).text
    let options = text.split { !$0.isLetter && $0 != "-" }.filter {
      $0.hasPrefix("--") && $0.count > 3
    }
    for option in Set(options)
    where !["--url", "--request", "--header", "--fail-with-body", "--data-raw"].contains(option) {
      #expect(help.contains(option), "\(option)")
    }
  }
}
