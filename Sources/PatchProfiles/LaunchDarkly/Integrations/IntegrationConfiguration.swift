extension PatchProfile {
  /// `PATCH /api/v2/integration-configurations/…`: what an integration is called and how it is set up.
  public static let integrationConfiguration = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "integration-configuration",
        "title": "Integration configuration",
        "area": "Integrations",
        "reference": "https://launchdarkly.com/docs/api/integrations-beta/update-integration-configuration",
        "path": "/api/v2/integration-configurations/{integrationConfigurationId}",
        "beta": true,
        "endpoint": {
          "statuses": [200, 400, 403, 404, 409, 429],
          "ldcli": "integrations-beta update-configuration",
          "parameters": {"integrationConfigurationId": "/_id"}
        },
        "representation": {
          "required": ["_links", "_id", "name"],
          "optional": [
            "_createdAt", "_integrationKey", "tags", "enabled", "_access", "configValues",
            "capabilityConfig", "snowflakeSetupScript", "redshiftSetupScripts",
            "redshiftIAMPermissionsPolicy", "redshiftIAMTrustPolicy", "_maintainerId"
          ]
        },
        "sources": {
          "no list": {
            "quotation": "Updating an integration configuration uses a JSON patch representation of the desired changes.",
            "reason": "the page does not list what may be updated",
            "origin": "Update integration configuration, https://launchdarkly.com/docs/api/integrations-beta/update-integration-configuration"
          },
          "members": {
            "reason": "a member of the representation without an underscore and of the create body",
            "origin": "schemas IntegrationConfigurationsRep and IntegrationConfigurationPost, https://launchdarkly.com/docs/api/integrations-beta/update-integration-configuration"
          },
          "sample": {
            "quotation": "[{\"op\": \"replace\", \"path\": \"/on\"}]",
            "reason": "the same text and path as on the page about audit log subscriptions, whose member is \"on\"",
            "origin": "Update integration configuration, sample request, https://launchdarkly.com/docs/api/integrations-beta/update-integration-configuration"
          },
          "setup": {
            "quotation": "Present only for setup endpoint responses.",
            "origin": "schema IntegrationConfigurationsRep, https://launchdarkly.com/docs/api/integrations-beta/update-integration-configuration"
          },
          "config values": {
            "quotation": "Refer to the formVariables field in the corresponding manifest.json for a full list of fields for each integration.",
            "origin": "schema IntegrationConfigurationsRep, configValues, https://launchdarkly.com/docs/api/integrations-beta/update-integration-configuration"
          },
          "capabilities": {
            "quotation": "The capability configuration for the integration",
            "reason": "the representation describes its parts, and the create body has it",
            "origin": "schema CapabilityConfigRep, https://launchdarkly.com/docs/api/integrations-beta/update-integration-configuration"
          },
          "approval variables": {
            "reason": "the page describes the variables of an approval form; the hostname of the endpoint of dynamic options has to match that of baseURL",
            "origin": "Custom approvals, form variables, https://launchdarkly.com/docs/integrations/custom-approvals/add-integration-config"
          },
          "manifests": {
            "reason": "formVariables of the manifests, as of 2025-11-19; allowIntegrationConfigurations is set in eight of them only, and not in that of datadog, which the samples name",
            "origin": "integrations/*/manifest.json, https://github.com/launchdarkly/integration-framework"
          }
        },
        "types": {
          "Endpoint": {
            "members": {
              "method": {"enum": ["GET"]}, "url": "string", "headers": "object[]",
              "hmacSignature": "object"
            },
            "others": "warn"
          },
          "DynamicOptions": {
            "members": {"endpoint": "Endpoint", "parser": "object"},
            "others": "warn"
          },
          "FormVariable": {
            "members": {
              "key": {
                "string": {
                  "minimum": 1, "maximum": 20, "characters": "!-~", "verdict": "warn",
                  "reason": "the schema of manifests has it so: schemas/definitions.json, https://github.com/launchdarkly/integration-framework"
                }
              },
              "name": {
                "string": {
                  "maximum": 50, "verdict": "warn",
                  "reason": "the schema of manifests has it so: schemas/definitions.json, https://github.com/launchdarkly/integration-framework"
                }
              },
              "type": {"enum": ["string", "boolean", "uri", "enum", "dynamicEnum"]},
              "description": "string",
              "placeholder": "string",
              "isOptional": "boolean",
              "defaultValue": "any",
              "allowedValues": "string[]",
              "dynamicOptions": "DynamicOptions"
            },
            "required": ["key", "name", "type", "description"],
            "conditions": [
              {"member": "type", "value": "dynamicEnum", "required": ["dynamicOptions"]}
            ],
            "others": "warn",
            "reason": "source: Custom approvals, form variables, https://launchdarkly.com/docs/integrations/custom-approvals/add-integration-config"
          },
          "CapabilityConfig": {
            "members": {
              "approvals": {
                "members": {"additionalFormVariables": "FormVariable[]"}, "others": "warn"
              },
              "auditLogEventsHook": {"members": {"statements": "Statement[]"}, "others": "warn"}
            },
            "others": "warn"
          }
        },
        "rules": [
          {
            "path": "/name", "allow": ["add", "replace"], "value": "Name",
            "evidence": "inferred", "source": "members"
          },
          {
            "path": "/enabled", "allow": ["add", "replace"], "value": "boolean",
            "evidence": "inferred", "source": "members",
            "help": "LaunchDarkly's generated samples leave the value out or write null; write true or false"
          },
          {
            "path": "/on", "allow": ["add", "replace"], "value": "boolean",
            "evidence": "example", "source": "sample",
            "help": "LaunchDarkly's generated samples leave the value out or write null; write true or false",
            "warning": {
              "code": "sample-path-not-in-representation", "operations": ["add", "replace"],
              "source": "sample",
              "message": "the published sample changes /on, but the published representation has no such member",
              "help": "its name there is /enabled"
            }
          },
          {
            "path": "/tags", "allow": ["add", "remove", "replace"], "value": "Tag[]",
            "evidence": "inferred", "source": "members"
          },
          {
            "path": "/tags/{index}", "allow": ["add", "remove", "replace"], "value": "Tag",
            "evidence": "inferred", "source": "arrays"
          },
          {
            "path": "/configValues", "allow": ["add", "replace"], "value": "object",
            "evidence": "inferred", "source": "config values"
          },
          {
            "path": "/configValues/*", "allow": ["add", "remove", "replace"],
            "evidence": "inferred", "source": "config values"
          },
          {
            "path": "/capabilityConfig", "allow": ["add", "remove", "replace"],
            "value": "CapabilityConfig", "evidence": "inferred", "source": "capabilities"
          },
          {
            "path": "/capabilityConfig/approvals/additionalFormVariables",
            "allow": ["add", "remove", "replace"], "value": "FormVariable[]",
            "evidence": "inferred", "source": "approval variables",
            "unchecked": "whether the endpoint of dynamic options is on the host of /configValues/baseURL"
          },
          {
            "path": "/snowflakeSetupScript", "allow": [], "evidence": "inferred", "source": "setup"
          },
          {
            "path": "/redshift*", "allow": [], "evidence": "inferred", "source": "setup"
          }
        ],
        "unlisted": {"verdict": "warn", "source": "no list"},
        "formVariables": {
          "path": "/configValues",
          "integrationPath": "/_integrationKey",
          "source": "manifests",
          "integrations": {
            "aiconfig-test-run": [
              {"key": "provider", "type": "enum", "allowedValues": ["Anthropic", "Bedrock", "OpenAI"]},
              {"key": "apiKey", "type": "string", "isSecret": true}
            ],
            "custom-approvals": [
              {"key": "apiKey", "type": "string", "isSecret": true},
              {"key": "baseURL", "type": "string"}
            ],
            "custom-approvals-oauth": [],
            "devin": [
              {"key": "apiKey", "type": "string", "isSecret": true}
            ],
            "gitar": [
              {"key": "gitarToken", "type": "string", "isSecret": true},
              {"key": "githubOrgName", "type": "string"}
            ],
            "pagerduty-guardian-edition": [
              {"key": "integrationKey", "type": "string"},
              {"key": "projectAndEnv", "type": "environmentSelector", "isOptional": true},
              {"key": "eventFilter", "type": "multiselect", "isOptional": true,
               "allowedValues": ["measured-rollout-regression", "measured-rollout-reverted"]},
              {"key": "severity", "type": "enum",
               "allowedValues": ["critical", "warning", "error", "info"]}
            ],
            "servicenow-app": [],
            "snowflake-experimentation": [
              {"key": "snowflakeHostAddress", "type": "string", "disableAfterSaving": true},
              {"key": "selectedEnv", "type": "environmentSelector", "disableAfterSaving": true},
              {"key": "publicKey", "type": "publicKey", "isOptional": true, "defaultValue": ""},
              {"key": "privateKey", "type": "string", "isSecret": true, "isOptional": true,
               "defaultValue": ""},
              {"key": "syncTaskId", "type": "string", "isOptional": true, "defaultValue": ""},
              {"key": "eventTaskId", "type": "string", "isOptional": true, "defaultValue": ""}
            ],
            \#(FormVariables.auditLogManifests),
            \#(FormVariables.plainManifests)
          }
        }
      }
      """#)
}
