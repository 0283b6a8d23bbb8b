extension PatchProfile {
  /// `PATCH /api/v2/code-refs/repositories/…`: how links into a repository are made.
  public static let codeReferenceRepository = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "code-reference-repository",
        "title": "Code reference repository",
        "area": "Integrations",
        "reference": "https://launchdarkly.com/docs/api/code-references/patch-repository",
        "path": "/api/v2/code-refs/repositories/{repo}",
        "endpoint": {
          "statuses": [200, 400, 401, 403, 404, 429],
          "ldcli": "code-refs update-repository",
          "parameters": {"repo": "/name"}
        },
        "otherFormats": {"documented": ["merge-patch"], "source": "page"},
        "representation": {
          "required": ["name", "type", "defaultBranch", "enabled", "version", "_links"],
          "optional": ["sourceLink", "commitUrlTemplate", "hunkUrlTemplate", "branches", "_access"]
        },
        "sources": {
          "page": {
            "quotation": "Updating repository settings uses a [JSON patch](https://datatracker.ietf.org/doc/html/rfc6902) or [JSON merge patch](https://datatracker.ietf.org/doc/html/rfc7386) representation of the desired changes.",
            "reason": "the page does not list what may be updated"
          },
          "sample": {
            "quotation": "[{\"op\": \"replace\", \"path\": \"/defaultBranch\", \"value\": \"main\"}]"
          }
        },
        "rules": [
          {
            "path": "/defaultBranch", "allow": ["add", "replace"], "value": "string",
            "evidence": "example", "source": "sample"
          },
          {
            "path": "/sourceLink", "allow": ["add", "remove", "replace"], "value": "string",
            "evidence": "inferred", "source": "create body"
          },
          {
            "path": "/commitUrlTemplate", "allow": ["add", "remove", "replace"], "value": "string",
            "evidence": "inferred", "source": "create body"
          },
          {
            "path": "/hunkUrlTemplate", "allow": ["add", "remove", "replace"], "value": "string",
            "evidence": "inferred", "source": "create body"
          },
          {
            "path": "/type", "allow": ["add", "replace"],
            "value": {"enum": ["bitbucket", "custom", "github", "gitlab"]}, "evidence": "inferred",
            "source": "create body"
          },
          {
            "path": "/enabled", "allow": ["add", "replace"], "value": "boolean",
            "evidence": "inferred", "source": "representation"
          },
          {
            "path": "/name", "allow": [], "value": "string", "evidence": "inferred",
            "source": "identity"
          },
          {
            "path": "/version", "allow": [], "value": "integer", "evidence": "inferred",
            "source": "server", "help": "to make the patch depend on it, use test"
          },
          {
            "path": "/branches", "allow": [], "evidence": "inferred", "source": "elsewhere",
            "reason": "branches have requests of their own"
          }
        ],
        "unlisted": {"verdict": "warn", "source": "page"}
      }
      """#)
}
