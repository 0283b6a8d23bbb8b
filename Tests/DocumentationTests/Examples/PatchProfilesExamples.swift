import JSONPatching
import PatchProfiles
import TestSupport
import Testing

/// The code in the comments and articles of `PatchProfiles`.
struct PatchProfilesExamples {
  private static let imported: JSON = ["name": "Import", "tags": [], "version": 4]

  @Test func profiles() {
    let document = Self.imported
    // example
    let patch: JSONPatch = [.replace("/name", "Imported flags")]
    let findings = PatchProfile.flagImportConfiguration.check(patch)  // []
    let preview = PatchProfile.flagImportConfiguration.preview(patch, of: document)
    shows(preview.isAccepted, #"true"#)
    // end
    #expect(findings.isEmpty)
  }

  @Test func checking() {
    // example
    let findings = PatchProfile.flagImportConfiguration.check([.replace("/on", true)])
    shows(findings.map(\.code), #"[path-not-editable]"#)
    // end
  }

  @Test func recognizing() {
    let document: JSON = ["_links": ["self": ["href": "/api/v2/flags/shop/search"]]]
    // example
    let recognition = PatchProfile.recognizing(document)
    shows(recognition.profile?.name, #""feature-flag""#)
    shows(recognition.candidates[0].grounds, #"its _links.self.href is /api/v2/flags/shop/search"#)
    // end
  }

  @Test func otherBodies() {
    // example
    shows(PatchProfile.segment.otherBody(["instructions": []])?.format, #"semanticPatch"#)
    shows(PatchProfile.oauthClient.otherBody(["name": "x"])?.isDocumented, #"false"#)
    // end
  }

  @Test func previewing() {
    let document = Self.imported
    var pointers: [JSONPointer] = []
    func print(_ pointer: JSONPointer) { pointers.append(pointer) }
    func report(_ findings: [JSONPatch.Diagnostic]) { #expect(!findings.isEmpty) }
    func show(_ patch: JSONPatch) {
      // example
      let preview = PatchProfile.flagImportConfiguration.preview(patch, of: document)
      guard preview.isAccepted else { return report(preview.diagnostics) }
      for change in preview.changes { print(change.pointer) }
      // end
    }
    show([.replace("/name", "Imported flags"), .add("/tags/-", "eu")])
    show([.remove("/version")])
    #expect(pointers == ["/name", "/tags/0"])
  }

  @Test func differences() throws {
    // example
    let old = try JSON(parsing: #"{"name": "Import", "tags": [], "version": 4}"#)
    let new = try JSON(parsing: #"{"name": "Flags", "tags": ["eu"], "version": 5}"#)
    let difference = PatchProfile.flagImportConfiguration.difference(from: old, to: new)

    _ = difference.patch  // replace /name, add /tags/0
    shows(difference.omissions[0].pointer, #"/version"#)
    shows(difference.omissions[0].reason, #"server-managed"#)
    // end
    #expect(difference.patch == [.replace("/name", "Flags"), .add("/tags/0", "eu")])
  }

  @Test func requests() throws {
    let document: JSON = ["_links": ["self": ["href": "/api/v2/flags/shop/checkout"]]]
    // example
    let request = try PatchProfile.featureFlag.request(for: document)
    shows(request.url, #""https://app.launchdarkly.com/api/v2/flags/shop/checkout""#)
    // end
  }

  @Test func patterns() throws {
    // example
    let pattern = try PathPattern("/environments/*/targets/{index}")
    shows(pattern.matches("/environments/test/targets/-"), #"true"#)
    shows(pattern.covers("/environments/test/targets/0/values/3"), #"true"#)
    // end
  }

  @Test func theFirstArticle() throws {
    // example
    let profile = PatchProfile.flagImportConfiguration
    let document = try JSON(parsing: #"{"name": "Import", "tags": [], "version": 4}"#)
    let preview = profile.preview([.replace("/name", "Imported flags")], of: document)

    shows(preview.isAccepted, #"true"#)
    shows(preview.changes[0].old, #""Import""#)
    _ = preview.changes[0].rule  // the rule, with its evidence and source
    _ = preview.result  // the document after the patch
    // end
    #expect(preview.changes[0].rule?.evidence == .documented)
    #expect(preview.result == ["name": "Imported flags", "tags": [], "version": 4])

    // example
    var edited = document
    edited["name"] = "Imported flags"
    edited["version"] = 5
    let difference = profile.difference(from: document, to: edited)

    _ = difference.patch  // replace /name; the profile accepts it, always
    _ = difference.omissions  // /version, 4 → 5, server-managed
    // end
    #expect(difference.patch == [.replace("/name", "Imported flags")])
    #expect(difference.omissions.map(\.reason) == [.serverManaged])
  }

  @Test func previewBeforeYouSubmit() throws {
    let document = try Fixtures.json("preview/flag-import.json")
    func submit(_ patch: JSONPatch) throws -> [JSONPatch.Diagnostic] {
      // example
      let preview = PatchProfile.flagImportConfiguration.preview(patch, of: document)
      guard preview.isAccepted else { return preview.diagnostics }
      let request = try preview.profile.request(for: document)
      _ = request.url  // and headers, for whatever sends it
      // end
      return preview.diagnostics
    }
    #expect(try submit([.remove("/_id")]).contains { $0.severity == .error })
    #expect(try !submit([.replace("/name", "Flags")]).contains { $0.severity == .error })
  }
}
