import JSONPatching
import TestSupport
import Testing

@testable import PatchProfiles

/// The article on writing a profile keeps what it promises.
struct ProfileArticleTests {
  static let article =
    (try? Fixtures.text("../Sources/PatchProfiles/PatchProfiles.docc/ProfileFormat.md")) ?? ""

  /// The fenced blocks, without the word behind the fence.
  static let blocks = article.split(separator: "```").enumerated()
    .filter { !$0.offset.isMultiple(of: 2) }
    .map { $0.element.drop { $0 != "\n" }.dropFirst() }

  private func profile() throws -> PatchProfile {
    try PatchProfile(parsing: Array(Self.blocks[0].utf8))
  }

  @Test func `the worked example has the answer that is shown`() throws {
    try #require(Self.blocks.count == 4)
    let document = try JSON(parsing: String(Self.blocks[1]))
    let patch = try JSONPatch(parsing: String(Self.blocks[2]))
    let findings = try profile().check(patch, on: document)
    #expect(
      findings.map { "move.json:\($0)" } == Self.blocks[3].split(separator: "\n").map(String.init))
  }

  @Test func `the worked example permits what its manual says`() throws {
    let profile = try profile()
    #expect(profile.name == "book")
    #expect(profile.check([.replace("/title", "A"), .add("/marks/-", "K.1")]).isEmpty)
    #expect(profile.check([.remove("/isbn")]).map(\.code) == [.pathNotEditable])
  }

  @Test func `the article names every shared part`() throws {
    let shared = SharedParts.launchDarkly.value
    let names = ["types", "sources"].flatMap { shared[$0]?.object?.names ?? [] }
    for name in names where !["operations", "envelope", "placeholder"].contains(name) {
      #expect(Self.article.contains("`\(name)`"), "\(name)")
    }
  }

  @Test func `the article names every member of the format`() throws {
    let members = PatchProfile.builtIn.flatMap { $0.json.object?.names ?? [] }
    for name in Set(members) { #expect(Self.article.contains("`\(name)`"), "\(name)") }
  }
}
