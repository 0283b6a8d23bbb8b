extension PatchProfile {
  /// `PATCH /api/v2/integration-capabilities/flag-import/…`: where flags are imported from.
  public static let flagImportConfiguration = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "flag-import-configuration",
        "title": "Flag import configuration",
        "area": "Integrations",
        "reference": "https://launchdarkly.com/docs/api/flag-import-configurations-beta/patch-flag-import-configuration",
        "path": "/api/v2/integration-capabilities/flag-import/{projectKey}/{integrationKey}/{integrationId}",
        "beta": true,
        "endpoint": {
          "statuses": [
            200, 400, 401, 403,
            {"status": 404, "meaning": "Project or import configuration not found"},
            409, 429
          ],
          "ldcli": "flag-import-configurations-beta update",
          "parameters": {"integrationId": "/_id"}
        },
        "representation": {
          "required": [
            "_links", "_id", "integrationKey", "projectKey", "config", "tags", "name", "version",
            "_status"
          ],
          "optional": ["_access"]
        },
        "sources": {
          "list": {
            "quotation": "You can update the `config`, `tags`, and `name` of the flag import configuration.",
            "origin": "Update a flag import configuration, https://launchdarkly.com/docs/api/flag-import-configurations-beta/patch-flag-import-configuration"
          },
          "arrays": {
            "quotation": "To add an element to the import configuration fields that are arrays, set the `path` to the name of the field and then append `/<array index>`. Use `/0` to add to the beginning of the array. Use `/-` to add to the end of the array.",
            "origin": "Update a flag import configuration, https://launchdarkly.com/docs/api/flag-import-configurations-beta/patch-flag-import-configuration"
          },
          "version": {
            "quotation": "`version` is a server-managed counter that the backend increments asynchronously",
            "origin": "resource_flag_import_configuration_framework.go, https://github.com/launchdarkly/terraform-provider-launchdarkly"
          },
          "project": {
            "quotation": "You cannot edit this part of the configuration after creation",
            "origin": "Importing feature flags, https://launchdarkly.com/docs/home/flags/import"
          },
          "manifests": {
            "reason": "formVariables of the manifests, as of 2025-11-19",
            "origin": "integrations/{split,unleash}/manifest.json, https://github.com/launchdarkly/integration-framework"
          }
        },
        "rules": [
          {
            "path": "/name", "allow": ["add", "replace"], "value": "Name",
            "evidence": "documented", "source": "list"
          },
          {
            "path": "/tags", "allow": ["add", "remove", "replace"], "value": "Tag[]",
            "evidence": "documented", "source": "list"
          },
          {
            "path": "/tags/{index}", "allow": ["add", "remove", "replace"], "value": "Tag",
            "evidence": "documented", "source": "arrays"
          },
          {
            "path": "/config", "allow": ["add", "replace"], "value": "object",
            "evidence": "documented", "source": "list",
            "reason": "config is only included when a single integration is requested by its ID"
          },
          {
            "path": "/config/*", "allow": ["add", "remove", "replace"],
            "evidence": "documented", "source": "list"
          },
          {
            "path": "/version", "allow": [], "value": "integer", "evidence": "documented", "source": "list",
            "reason": "the server counts it", "serverManaged": true,
            "warning": {
              "code": "version-async", "operations": ["test"], "source": "version",
              "message": "the import job increments /version on its own, so this test can fail without any edit",
              "help": "test the member that the patch changes"
            }
          },
          {
            "path": "/integrationKey", "allow": [], "value": "string",
            "evidence": "documented", "source": "list",
            "reason": "part of the address of the configuration"
          },
          {
            "path": "/projectKey", "allow": [], "value": "string",
            "evidence": "documented", "source": "project",
            "reason": "the project is fixed once the configuration is created"
          }
        ],
        "unlisted": {"verdict": "refuse", "source": "list"},
        "formVariables": {
          "path": "/config",
          "integrationPath": "/integrationKey",
          "source": "manifests",
          "integrations": {
            "split": [
              {"key": "workspaceApiKey", "type": "string", "isSecret": true},
              {"key": "workspaceId", "type": "string"},
              {"key": "environmentId", "type": "string"},
              {"key": "splitTag", "type": "string", "isOptional": true, "defaultValue": ""},
              {"key": "ldApiKey", "type": "string", "isSecret": true},
              {"key": "ldTag", "type": "string", "isOptional": true,
               "defaultValue": "imported-from-split"},
              {"key": "ldMaintainer", "type": "string", "isOptional": true, "defaultValue": ""}
            ],
            "unleash": [
              {"key": "sourceBaseUrl", "type": "string"},
              {"key": "sourceApiKey", "type": "string", "isSecret": true},
              {"key": "sourceProjectId", "type": "string"},
              {"key": "sourceEnvironmentId", "type": "string"},
              {"key": "sourceTag", "type": "string", "isOptional": true, "defaultValue": ""},
              {"key": "ldApiKey", "type": "string", "isSecret": true},
              {"key": "ldTag", "type": "string", "isOptional": true,
               "defaultValue": "imported-from-unleash"},
              {"key": "ldMaintainer", "type": "string", "isOptional": true, "defaultValue": ""}
            ]
          }
        }
      }
      """#)
}
