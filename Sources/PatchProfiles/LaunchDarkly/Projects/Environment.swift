extension PatchProfile {
  /// `PATCH /api/v2/projects/…/environments/…`: how careful changes in an environment have to be.
  public static let environment = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "environment",
        "title": "Environment",
        "area": "Projects",
        "reference": "https://launchdarkly.com/docs/api/environments/patch-environment",
        "path": "/api/v2/projects/{projectKey}/environments/{environmentKey}",
        "endpoint": {
          "statuses": [200, 400, 401, 404, 409, 429],
          "ldcli": "environments update",
          "parameters": {"environmentKey": "/key"}
        },
        "representation": {
          "required": [
            "_links", "_id", "key", "name", "apiKey", "mobileKey", "color", "defaultTtl",
            "secureMode", "defaultTrackEvents", "requireComments", "confirmChanges", "tags",
            "critical"
          ],
          "optional": ["_access", "approvalSettings", "resourceApprovalSettings"]
        },
        "sources": {
          "page": {
            "quotation": "Updating an environment uses a [JSON patch](https://datatracker.ietf.org/doc/html/rfc6902) representation of the desired changes.",
            "reason": "the page does not list what may be updated"
          },
          "sample": {
            "quotation": "[{\"op\": \"replace\", \"path\": \"/requireComments\", \"value\": true}]"
          },
          "arrays here": {
            "quotation": "To update fields in the environment object that are arrays, set the `path` to the name of the field and then append `/<array index>`. Using `/0` appends to the beginning of the array."
          },
          "approvals": {
            "quotation": "Only the `canReviewOwnRequest`, `canApplyDeclinedChanges`, `minNumApprovals`, `required` and `requiredApprovalTagsfields` are editable.",
            "reason": "\"requiredApprovalTagsfields\" is a slip for \"requiredApprovalTags fields\""
          },
          "keys": {
            "reason": "SDK keys are made by the server and have requests of their own that reset them"
          }
        },
        "types": {
          "ApprovalSettings": {
            "members": {"required": "boolean", "requiredApprovalTags": "string[]"},
            "exclusive": [["required", "requiredApprovalTags"]],
            "reason": "source: https://launchdarkly.com/docs/api/environments/patch-environment: \"If you try to patch the environment by setting both `required` and `requiredApprovalTags`, the request fails and an error appears.\""
          }
        },
        "rules": [
          {
            "path": "/name", "allow": ["add", "replace"], "value": "Name", "evidence": "inferred",
            "source": "provider"
          },
          {
            "path": "/color", "allow": ["add", "replace"], "value": "string",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/defaultTtl", "allow": ["add", "replace"], "value": "integer",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/secureMode", "allow": ["add", "replace"], "value": "boolean",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/defaultTrackEvents", "allow": ["add", "replace"], "value": "boolean",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/confirmChanges", "allow": ["add", "replace"], "value": "boolean",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/critical", "allow": ["add", "replace"], "value": "boolean",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/requireComments", "allow": ["add", "replace"], "value": "boolean",
            "evidence": "example", "source": "sample",
            "help": "LaunchDarkly's generated samples leave the value out or write null; write true or false"
          },
          {
            "path": "/tags", "allow": ["add", "remove", "replace"], "value": "Tag[]",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/tags/{index}", "allow": ["add", "remove", "replace"], "value": "Tag",
            "evidence": "documented", "source": "arrays here"
          },
          {
            "path": "/approvalSettings", "allow": ["replace"], "value": "ApprovalSettings",
            "evidence": "documented", "source": "approvals"
          },
          {
            "path": "/approvalSettings/canReviewOwnRequest", "allow": ["add", "replace"],
            "value": "boolean", "evidence": "documented", "source": "approvals"
          },
          {
            "path": "/approvalSettings/canApplyDeclinedChanges", "allow": ["add", "replace"],
            "value": "boolean", "evidence": "documented", "source": "approvals"
          },
          {
            "path": "/approvalSettings/minNumApprovals", "allow": ["add", "replace"],
            "value": "integer", "evidence": "documented", "source": "approvals"
          },
          {
            "path": "/approvalSettings/required", "allow": ["add", "remove", "replace"],
            "value": "boolean", "evidence": "documented", "source": "approvals"
          },
          {
            "path": "/approvalSettings/requiredApprovalTags", "allow": ["add", "remove", "replace"],
            "value": "string[]", "evidence": "documented", "source": "approvals"
          },
          {
            "path": "/approvalSettings/serviceKind", "allow": ["add", "remove", "replace"],
            "value": "string", "evidence": "inferred", "source": "provider",
            "warning": {
              "code": "documentation-contradicted", "operations": ["add", "remove", "replace"],
              "source": "approvals",
              "message": "the page says that /approvalSettings/serviceKind is not editable, but LaunchDarkly's own Terraform provider changes it"
            }
          },
          {
            "path": "/approvalSettings/serviceConfig", "allow": ["add", "remove", "replace"],
            "value": "object", "evidence": "inferred", "source": "provider",
            "unchecked": "the members of /approvalSettings/serviceConfig, of which no description is published",
            "warning": {
              "code": "documentation-contradicted", "operations": ["add", "remove", "replace"],
              "source": "approvals",
              "message": "the page says that /approvalSettings/serviceConfig is not editable, but LaunchDarkly's own Terraform provider changes it"
            }
          },
          {
            "path": "/approvalSettings/autoApplyApprovedChanges",
            "allow": ["add", "remove", "replace"], "value": "boolean", "evidence": "inferred",
            "source": "provider",
            "warning": {
              "code": "documentation-contradicted", "operations": ["add", "remove", "replace"],
              "source": "approvals",
              "message": "the page says that /approvalSettings/autoApplyApprovedChanges is not editable, but LaunchDarkly's own Terraform provider changes it"
            }
          },
          {
            "path": "/approvalSettings/*", "allow": [], "evidence": "documented",
            "source": "approvals"
          },
          {
            "path": "/key", "allow": [], "value": "string", "evidence": "inferred",
            "source": "identity"
          },
          {
            "path": "/apiKey", "allow": [], "value": "string", "evidence": "inferred",
            "source": "keys", "secret": true
          },
          {
            "path": "/mobileKey", "allow": [], "value": "string", "evidence": "inferred",
            "source": "keys", "secret": true
          }
        ],
        "unlisted": {"verdict": "warn", "source": "page"}
      }
      """#)
}
