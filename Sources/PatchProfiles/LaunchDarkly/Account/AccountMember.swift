extension PatchProfile {
  /// `PATCH /api/v2/members/…`: which roles a member has.
  public static let accountMember = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "account-member",
        "title": "Account member",
        "area": "Account",
        "reference": "https://launchdarkly.com/docs/api/account-members/patch-member",
        "path": "/api/v2/members/{id}",
        "endpoint": {
          "statuses": [200, 400, 401, 403, 404, 409, 429],
          "ldcli": "members update"
        },
        "representation": {
          "required": [
            "_links", "_id", "role", "email", "_pendingInvite", "_verified", "customRoles", "mfa",
            "_lastSeen", "creationDate"
          ],
          "optional": [
            "firstName", "lastName", "_pendingEmail", "excludedDashboards", "_lastSeenMetadata",
            "_integrationMetadata", "teams", "permissionGrants", "oauthProviders", "version",
            "roleAttributes"
          ]
        },
        "sources": {
          "list": {
            "quotation": "You can update only an account member's role or custom role using a JSON patch."
          },
          "arrays here": {
            "quotation": "To update fields in the account member object that are arrays, set the `path` to the name of the field and then append `/<array index>`. … to add a new custom role to a member, use the following request body: … \"path\": \"/customRoles/0\""
          }
        },
        "rules": [
          {
            "path": "/role", "allow": ["add", "replace"], "value": "string",
            "evidence": "documented", "source": "list"
          },
          {
            "path": "/customRoles", "allow": ["add", "remove", "replace"], "value": "string[]",
            "evidence": "documented", "source": "list"
          },
          {
            "path": "/customRoles/{index}", "allow": ["add", "remove", "replace"],
            "value": "string", "evidence": "documented", "source": "arrays here"
          },
          {
            "path": "/roleAttributes", "allow": ["add", "remove", "replace"],
            "value": {"map": "string[]"}, "evidence": "inferred", "source": "provider",
            "warning": {
              "code": "documentation-contradicted", "operations": ["add", "remove", "replace"],
              "source": "list",
              "message": "the page says that only role and customRoles can be updated, but LaunchDarkly's own Terraform provider changes /roleAttributes"
            }
          }
        ],
        "unlisted": {"verdict": "refuse", "source": "list"}
      }
      """#)
}
