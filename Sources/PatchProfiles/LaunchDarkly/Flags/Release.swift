extension PatchProfile {
  /// `PATCH /api/v2/flags/…/release`: which phases of a legacy release are complete.
  public static let release = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "release",
        "title": "Release of a flag",
        "area": "Flags",
        "reference": "https://launchdarkly.com/docs/api/releases-beta/patch-release-by-flag-key",
        "path": "/api/v2/flags/{projectKey}/{flagKey}/release",
        "beta": true,
        "endpoint": {
          "statuses": [200, 400, 401, 403, 404, 429],
          "ldcli": "releases-beta update"
        },
        "representation": {
          "required": [
            "name", "releasePipelineKey", "releasePipelineDescription", "phases", "_version"
          ],
          "optional": ["_links", "_releaseVariationId", "_canceledAt"]
        },
        "sources": {
          "list": {
            "quotation": "You can only use this endpoint to mark a release phase complete or incomplete. To indicate which phase to update, use the array index in the `path`."
          },
          "prose": {
            "quotation": "to mark the first phase of a release as complete, use the following request body: [{\"op\": \"replace\", \"path\": \"/phase/0/complete\", \"value\": true}]",
            "reason": "the sample request beside it has /phases/0/complete"
          }
        },
        "rules": [
          {
            "path": "/phases/{index}/complete", "allow": ["add", "replace"], "value": "boolean",
            "evidence": "documented", "source": "list",
            "help": "LaunchDarkly's generated samples leave the value out or write null; write true or false"
          },
          {
            "path": "/phase/{index}/complete", "allow": ["add", "replace"], "value": "boolean",
            "evidence": "documented", "source": "prose",
            "warning": {
              "code": "sample-path-not-in-representation", "operations": ["add", "replace"],
              "source": "prose",
              "message": "the text of the page changes /phase, but its sample and the published representation have /phases",
              "help": "its name there is /phases"
            }
          }
        ],
        "unlisted": {"verdict": "refuse", "source": "list"}
      }
      """#)
}
