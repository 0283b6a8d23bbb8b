extension PatchProfile {
  /// `PATCH /api/v2/projects/…`: what a project is called, and what its new flags begin with.
  public static let project = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "project",
        "title": "Project",
        "area": "Projects",
        "reference": "https://launchdarkly.com/docs/api/projects/patch-project",
        "path": "/api/v2/projects/{projectKey}",
        "endpoint": {
          "statuses": [200, 400, 401, 403, 404, 409, 429],
          "ldcli": "projects update",
          "parameters": {"projectKey": "/key"}
        },
        "representation": {
          "required": [
            "_links", "_id", "key", "includeInSnippetByDefault", "name", "tags", "environments"
          ],
          "optional": ["defaultClientSideAvailability", "_access", "defaultReleasePipelineKey"]
        },
        "sources": {
          "page": {
            "quotation": "Updating a project uses a [JSON patch](https://datatracker.ietf.org/doc/html/rfc6902) representation of the desired changes.",
            "reason": "the page does not list what may be updated"
          },
          "sample": {
            "quotation": "[{\"op\": \"add\", \"path\": \"/tags/0\", \"value\": \"another-tag\"}]",
            "reason": "and \"To add an element to the project fields that are arrays, set the `path` to the name of the field and then append `/<array index>`.\"; tags are deduplicated and sorted, whatever the index"
          },
          "views": {
            "quotation": "that path does not exist on the project object, so the API rejects the patch",
            "reason": "LaunchDarkly's Terraform provider patches it; on accounts without Views that fails",
            "origin": "issue 545, https://github.com/launchdarkly/terraform-provider-launchdarkly/issues/545"
          }
        },
        "rules": [
          {
            "path": "/name", "allow": ["add", "replace"], "value": "Name", "evidence": "inferred",
            "source": "provider"
          },
          {
            "path": "/tags", "allow": ["add", "remove", "replace"], "value": "Tag[]",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/tags/{index}", "allow": ["add", "remove", "replace"], "value": "Tag",
            "evidence": "example", "source": "sample"
          },
          {
            "path": "/includeInSnippetByDefault", "allow": ["add", "replace"], "value": "boolean",
            "evidence": "inferred", "source": "create body"
          },
          {
            "path": "/defaultClientSideAvailability", "allow": ["add", "remove", "replace"],
            "value": "ClientSideAvailability", "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/defaultReleasePipelineKey", "allow": ["add", "remove", "replace"],
            "value": "string", "evidence": "inferred", "source": "representation"
          },
          {
            "path": "/requireViewAssociationForNewFlags", "allow": ["add", "replace"],
            "value": "boolean", "evidence": "inferred", "source": "views",
            "warning": {
              "code": "path-outside-profile", "operations": ["add", "replace"], "source": "views",
              "message": "the published representation does not have this member",
              "help": "it is there only on accounts with Views"
            }
          },
          {
            "path": "/requireViewAssociationForNewSegments", "allow": ["add", "replace"],
            "value": "boolean", "evidence": "inferred", "source": "views",
            "warning": {
              "code": "path-outside-profile", "operations": ["add", "replace"], "source": "views",
              "message": "the published representation does not have this member",
              "help": "it is there only on accounts with Views"
            }
          },
          {
            "path": "/key", "allow": [], "value": "string", "evidence": "inferred",
            "source": "identity"
          },
          {
            "path": "/environments", "allow": [], "evidence": "inferred", "source": "elsewhere",
            "reason": "environments have requests of their own"
          },
          {
            "path": "/environments/items/{index}/apiKey", "allow": [], "value": "string",
            "evidence": "inferred", "source": "elsewhere", "secret": true
          },
          {
            "path": "/environments/items/{index}/mobileKey", "allow": [], "value": "string",
            "evidence": "inferred", "source": "elsewhere", "secret": true
          }
        ],
        "unlisted": {"verdict": "warn", "source": "page"}
      }
      """#)
}
