import Foundation
import Testing

/// All code of the documentation is compiled and run.
struct CodeExampleTests {
  private static let libraries = ["JSONTypes", "JSONPatching", "PatchProfiles"]

  /// The README and the articles, named from the top of the project.
  static func articles() throws -> [String] {
    let folders = try libraries.flatMap { library in
      let folder = "Sources/\(library)/\(library).docc"
      return try FileManager.default.contentsOfDirectory(atPath: Document.path(folder))
        .filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
    }
    return ["README.md"] + folders
  }

  @Test func `the examples of the documentation are those that are run here`() throws {
    let blocks = try Self.articles().flatMap { try Document($0).blocks }
      .filter { $0.language == "swift" && !$0.isManifest }
    let comments = try Self.libraries.flatMap { try CodeExample.inComments(of: "Sources/\($0)") }
    #expect(blocks.count >= 5)
    #expect(comments.count >= 25)
    let documented = Set(blocks.map { CodeExample($0) } + comments)
    let run = Set(try CodeExample.run(in: "Tests/DocumentationTests/Examples"))
    for example in documented.subtracting(run) { Issue.record("not run:\n\(example)") }
    for example in run.subtracting(documented) { Issue.record("not documented:\n\(example)") }
  }

  @Test func `every block is in a language that is run`() throws {
    // The article on the format of profiles is a worked example; the tests of profiles run it.
    let worked = "Sources/PatchProfiles/PatchProfiles.docc/ProfileFormat.md"
    for article in try Self.articles() {
      let languages = Set(try Document(article).blocks.map(\.language))
      let run: Set =
        switch article {
        case "README.md": ["console", "text", "swift", "sh"]
        case worked: ["json", ""]
        default: ["console", "swift"]
        }
      #expect(languages.isSubset(of: run), "\(article)")
    }
  }

  @Test func `the dependency of the README is the one that is tried`() throws {
    let manifest = try #require(try Document("README.md").blocks.first(where: \.isManifest)).text
    let script = try String(contentsOfFile: Document.path("Tests/as-dependency"), encoding: .utf8)
    let products = manifest.matches(of: /\.product\([^)]*\)/)
    #expect(!products.isEmpty)
    for product in products { #expect(script.contains(product.0)) }
  }
}

extension Document.Block {
  /// Whether it is a line of a manifest, which is no code to run.
  fileprivate var isManifest: Bool { text.hasPrefix(".package(") }
}
