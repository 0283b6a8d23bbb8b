import JSONPatching
import PatchProfiles
import Testing

@testable import PatchCommand

/// What `jpatch profile explain` prints.
struct ProfileTextTests {
  @Test(arguments: PatchProfile.builtIn)
  func `no line is wider than the screen`(profile: PatchProfile) {
    let pointers =
      profile.rules.map(\.path.description) + [
        "", "/none", "/a/very/long/path/that/no/resource/has/at/all/anywhere/and/never/will/have",
      ]
    for columns in ["80", "100"] {
      let session = Session(environment: ["COLUMNS": columns])
      let outputs =
        [session.run("profile", "explain", profile.name)]
        + pointers.map { session.run("profile", "explain", profile.name, "--", $0) }
      for output in outputs where output.status == .success {
        for line in output.text.split(separator: "\n") {
          #expect(String(line).columns <= Int(columns) ?? 0, "\(line)")
        }
      }
    }
  }

  @Test(arguments: PatchProfile.builtIn)
  func `every path of the rules is in the overview`(profile: PatchProfile) {
    let text = Session(environment: ["COLUMNS": "200"]).run("profile", "explain", profile.name).text
    for rule in profile.rules {
      #expect(text.contains("\n  \(rule.path.description)"), "\(rule.path)")
    }
  }

  @Test func `a long word is broken behind a slash`() {
    #expect(
      "see https://example.com/a/long/address now".wrapped(to: 20, breaksWords: true)
        == ["see", "https://example.com/", "a/long/address now"])
    #expect("abcdefgh".wrapped(to: 3, breaksWords: true) == ["abc", "def", "gh"])
    #expect("abc/defgh i".wrapped(to: 5, breaksWords: true) == ["abc/", "defgh", "i"])
    #expect("日本語".wrapped(to: 1, breaksWords: true) == ["日", "本", "語"])
  }
}
