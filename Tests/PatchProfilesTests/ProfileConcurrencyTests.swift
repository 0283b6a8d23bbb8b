import JSONPatching
import PatchProfiles
import TestSupport
import Testing

/// One profile asked by many tasks: what it works out when it is first asked for, it works out for all of them.
struct ProfileConcurrencyTests {
  @Test func `many tasks check, preview and compare by one profile`() async throws {
    let document = try #require(try Fixtures.json("launchdarkly/documents.json")["fi-split"])
    let patches: [JSONPatch] = [
      [.replace("/name", "Another name")], [.test("/name", "no such name")], [.remove("/_id")],
      [.add("/tags/-", "one-more")], [.replace("", [:])],
    ]
    let text = PatchProfile.flagImportConfiguration.json.serialized()
    let fresh = try PatchProfile(parsing: text)
    let expected = patches.map { "\(fresh.check($0, on: document))" }
    for _ in 0..<3 {
      let profile = try PatchProfile(parsing: text)
      let answers = await withTaskGroup(of: [String].self) { group in
        for _ in 0..<8 {
          group.addTask {
            let findings = patches.map { "\(profile.check($0, on: document))" }
            for patch in patches { _ = profile.preview(patch, of: document) }
            let difference = profile.difference(from: document, to: document)
            return difference.patch.isEmpty ? findings : []
          }
        }
        return await group.reduce(into: [[String]]()) { $0.append($1) }
      }
      #expect(answers == Array(repeating: expected, count: 8))
    }
  }

  @Test func `many tasks read the built-in profiles`() async {
    let names = await withTaskGroup(of: [String].self) { group in
      for _ in 0..<8 {
        group.addTask {
          PatchProfile.builtIn.map { "\($0.name) \($0.rules.count) \($0.hashValue)" }
        }
      }
      return await group.reduce(into: [[String]]()) { $0.append($1) }
    }
    #expect(names.allSatisfy { $0 == names[0] && !$0.isEmpty })
  }
}
