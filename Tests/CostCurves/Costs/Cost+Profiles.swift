import JSONPatching
import PatchProfiles
import TestSupport

/// Profiles, by the number of their rules, and their judgements, by the size of patch and document.
extension Cost {
  static var profiles: [Cost] {
    [
      Cost("read a profile", .linear, from: 20) {
        let text = try ruled($0).json.serialized()
        return { consume(try PatchProfile(parsing: text)) }
      },
      Cost("write and compare profiles", .linear, from: 20) {
        let (first, second) = (try ruled($0), try ruled($0))
        return { consume((first.json, first == second, first.hashValue)) }
      },
      Cost("read a pattern", .linear, from: 3) {
        let text = String(repeating: "/a", count: $0)
        return { consume(try PathPattern(text)) }
      },
      Cost("match a pattern", .linear, from: 3) {
        let (pattern, pointer) = (
          try PathPattern(String(repeating: "/*", count: $0)), Inputs.path(depth: $0 * 2)
        )
        return { consume((pattern.matches(pointer), pattern.covers(pointer))) }
      },
      Cost("match a pattern with a long way down", .linear) {
        let (pattern, pointer) = (try PathPattern("/**/a/**/b"), Inputs.path(depth: $0))
        return { consume((pattern.matches(pointer), pattern.covers(pointer))) }
      },
      Cost("compare patterns", .linear, from: 3) {
        let text = String(repeating: "/a", count: $0)
        let (first, second) = (try PathPattern(text), try PathPattern(text + "/b"))
        return { consume((first == second, first.hashValue, first.isMoreSpecific(than: second))) }
      },
      Cost("find the rule for a path", .linear, from: 20) { count in
        let profile = try ruled(count)
        return { consume(profile.rule(for: Inputs.path(count - 1))?.permits(.replace)) }
      },
      Cost("find the places of secrets", .linear) {
        let json = try Inputs.wide($0)
        return { consume(PatchProfile.webhook.sensitivePointers(in: json)) }
      },
      Cost("recognise a document", .linear, from: 20) {
        let json = try Inputs.wide($0)
        return { consume(PatchProfile.recognizing(json)) }
      },
      Cost("make a request for a large resource", .constant) {
        let json = try Inputs.wide($0)
        consume(json["name"])
        let parameters = ["projectKey", "featureFlagKey"].map {
          PatchRequest.Parameter(name: $0, value: "x")
        }
        return { consume(try? PatchProfile.featureFlag.request(for: json, parameters: parameters)) }
      },
      Cost("check a patch without its document", .linear) {
        let (profile, patch) = (try ruled(4), Inputs.replacements($0))
        return { consume(profile.check(patch, limits: .unlimited)) }
      },
      Cost("check a patch", .linear) {
        let (profile, patch, json) = (try ruled(4), Inputs.replacements($0), try Inputs.wide($0))
        return { consume(profile.check(patch, on: json, limits: .unlimited)) }
      },
      Cost("check a patch that is refused", .linear) {
        let (profile, json) = (try ruled(4, unlisted: "refuse"), try Inputs.wide($0))
        let patch = Inputs.replacements($0)
        return { consume(profile.check(patch, on: json, limits: .unlimited)) }
      },
      Cost("check a patch by many rules", .linear, from: 20) { count in
        let (profile, json) = (try ruled(count), try Inputs.wide(count))
        let patch: JSONPatch = [.replace(Inputs.path(0), -1), .remove(Inputs.path(count - 1))]
        return { consume(profile.check(patch, on: json)) }
      },
      Cost("check a patch of one large value", .linear) {
        let (profile, json) = (try PatchProfile.allowing([("/a/*/id", [])]), try Inputs.list($0))
        let patch: JSONPatch = [.add("/a", json)]
        return { consume(profile.check(patch, on: [:], limits: .unlimited)) }
      },
      Cost("check plain edits of a long document", .constant) {
        var json = try Inputs.wide($0)
        json["name"] = "before"
        let patch: JSONPatch = [.test("/name", "before"), .replace("/name", "after")]
        return { consume(PatchProfile.featureFlag.check(patch, on: json)) }
      },
      Cost("preview a patch", .linear) {
        let (profile, patch, json) = (try ruled(4), Inputs.replacements($0), try Inputs.wide($0))
        return { consume(profile.preview(patch, of: json, limits: .unlimited)) }
      },
      Cost("the difference that a profile permits", .linear, from: 20) {
        let (profile, old) = (try ruled(4), try Inputs.wide($0))
        let new = try Inputs.wide($0, value: 1)
        return { consume(profile.difference(from: old, to: new)) }
      },
    ]
  }

  /// A profile in which so many members may be replaced and not removed.
  private static func ruled(_ count: Int, unlisted: String = "accept") throws -> PatchProfile {
    try .allowing(
      (0..<count).map { (Inputs.path($0).description, ["add", "replace"]) }, unlisted: unlisted)
  }
}
