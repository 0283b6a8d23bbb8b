import JSONPatching
import PatchProfiles

extension Report {
  /// A request, with what was found about its patch.
  static func request(
    _ request: PatchRequest, _ body: RequestBody, for profile: PatchProfile, of patch: Input,
    operations: Int, _ diagnostics: [JSONPatch.Diagnostic]
  ) -> [UInt8] {
    var headers = request.headers.map { ($0.name, JSON($0.value)) }
    if let variable = request.tokenVariable {
      headers.insert(("Authorization", JSON("$" + variable)), at: 0)
    }
    return bytes([
      ("ok", JSON(!diagnostics.contains { $0.severity == .error })),
      ("profile", JSON(profile.name)),
      ("method", JSON(request.method)),
      ("url", JSON(request.url)),
      ("headers", JSON(members: headers)),
      ("body", body.redacted),
      ("complete", JSON(!body.hidesSecrets)),
      ("responses", statuses(profile.endpoint.statuses)),
      ("files", [file(patch.name, operations: operations, diagnostics)]),
      ("summary", JSON(members: summary(diagnostics))),
    ])
  }

  /// Statuses of HTTP with their meanings.
  static func statuses(_ statuses: [PatchProfile.Endpoint.Status]) -> JSON {
    JSON(
      statuses.map { status in
        let meaning = status.meaning.map { JSON($0) }
        return JSON(members: [("status", JSON(status.code)), ("meaning", meaning ?? .null)])
      })
  }
}
