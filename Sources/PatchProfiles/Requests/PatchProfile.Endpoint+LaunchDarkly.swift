internal import JSONPatching

extension PatchProfile.Endpoint {
  /// The hosts of LaunchDarkly's API: the first is meant where none is named.
  package static let hosts = [
    "app.launchdarkly.com", "app.launchdarkly.us", "app.eu.launchdarkly.com",
  ]

  /// The requests of LaunchDarkly's API that take a JSON Patch, by path.
  ///
  /// The statuses are those of https://app.launchdarkly.com/api/v2/openapi.json, the words of `ldcli`
  /// those that it derives from the names of the operations there.
  static let launchDarkly: [Self] = [
    Self(
      "/api/v2/account/relay-auto-configs/{id}",
      command: "relay-proxy-configs update",
      statuses: [200, 400, 401, 404, 409, 422, 429]),
    Self(
      "/api/v2/announcements/{announcementId}",
      command: "announcements update-public",
      statuses: [200, 400, 403, 404, 409, 500],
      meanings: [
        400: "Bad request", 404: "Not found", 409: "Conflict", 500: "Internal server error",
      ],
      ["announcementId": "_id"]),
    Self(
      "/api/v2/applications/{applicationKey}",
      command: "applications-beta update",
      statuses: [200, 400, 401, 403, 404, 429],
      ["applicationKey": "key"]),
    Self(
      "/api/v2/applications/{applicationKey}/versions/{versionKey}",
      command: "applications-beta update-version",
      statuses: [200, 400, 401, 403, 404, 429],
      ["versionKey": "key"]),
    Self(
      "/api/v2/code-refs/repositories/{repo}",
      command: "code-refs update-repository",
      statuses: [200, 400, 401, 403, 404, 429],
      ["repo": "name"]),
    Self(
      "/api/v2/destinations/{projectKey}/{environmentKey}/{id}",
      command: "data-export-destinations update",
      statuses: [200, 400, 401, 403, 404, 409, 429]),
    Self(
      "/api/v2/engineering-insights/deployments/{deploymentID}",
      command: "insights-deployments-beta update-deployment",
      statuses: [200, 400, 401, 403, 404, 429],
      ["deploymentID": "id"]),
    Self(
      "/api/v2/engineering-insights/insights/groups/{insightGroupKey}",
      command: "insights-scores-beta update-insight-group",
      statuses: [200, 400, 401, 403, 404, 422, 429],
      ["insightGroupKey": "key"]),
    Self(
      "/api/v2/flag-links/projects/{projectKey}/flags/{featureFlagKey}/{id}",
      command: "flag-links-beta update",
      statuses: [200, 400, 401, 403, 404, 409, 429]),
    Self(
      "/api/v2/flags/{projectKey}/{featureFlagKey}",
      command: "flags update",
      statuses: [200, 400, 401, 404, 405, 409, 429],
      meanings: [405: "Approval is required to make this request"],
      ["featureFlagKey": "key"]),
    Self(
      "/api/v2/flags/{projectKey}/{flagKey}/release",
      command: "releases-beta update",
      statuses: [200, 400, 401, 403, 404, 429]),
    Self(
      "/api/v2/integration-capabilities/big-segment-store/{projectKey}/{environmentKey}/{integrationKey}/{integrationId}",
      command: "persistent-store-integrations-beta update-big-segment-store-integration",
      statuses: [200, 400, 401, 403, 404, 409, 429],
      meanings: [404: "Environment or project not found"],
      ["integrationId": "_id"]),
    Self(
      "/api/v2/integration-capabilities/featureStore/{projectKey}/{environmentKey}/{integrationKey}/{id}",
      command: "integration-delivery-configurations-beta update",
      statuses: [200, 400, 401, 403, 404, 422, 429]),
    Self(
      "/api/v2/integration-capabilities/flag-import/{projectKey}/{integrationKey}/{integrationId}",
      command: "flag-import-configurations-beta update",
      statuses: [200, 400, 401, 403, 404, 409, 429],
      meanings: [404: "Project or import configuration not found"],
      ["integrationId": "_id"]),
    Self(
      "/api/v2/integration-configurations/{integrationConfigurationId}",
      command: "integrations-beta update-configuration",
      statuses: [200, 400, 403, 404, 409, 429],
      ["integrationConfigurationId": "_id"]),
    Self(
      "/api/v2/integrations/{integrationKey}/{id}",
      command: "integration-subscriptions update",
      statuses: [200, 400, 403, 404, 409, 429],
      ["integrationKey": "kind"]),
    Self(
      "/api/v2/members/{id}",
      command: "members update",
      statuses: [200, 400, 401, 403, 404, 409, 429]),
    Self(
      "/api/v2/metrics/{projectKey}/{metricKey}",
      command: "metrics update",
      statuses: [200, 400, 401, 404, 409, 429],
      ["metricKey": "key"]),
    Self(
      "/api/v2/oauth/clients/{clientId}",
      command: "o-auth-2-clients update-o-auth-client",
      statuses: [200, 400, 401, 403, 404]),
    Self(
      "/api/v2/projects/{projectKey}",
      command: "projects update",
      statuses: [200, 400, 401, 403, 404, 409, 429],
      ["projectKey": "key"]),
    Self(
      "/api/v2/projects/{projectKey}/environments/{environmentKey}",
      command: "environments update",
      statuses: [200, 400, 401, 404, 409, 429],
      ["environmentKey": "key"]),
    Self(
      "/api/v2/projects/{projectKey}/flag-defaults",
      command: "projects update-flag-defaults",
      statuses: [200, 400, 401, 403, 404, 409, 429]),
    Self(
      "/api/v2/projects/{projectKey}/metric-groups/{metricGroupKey}",
      command: "metric-groups-beta update",
      statuses: [200, 400, 401, 403, 404, 405, 429],
      ["metricGroupKey": "key"]),
    Self(
      "/api/v2/roles/{customRoleKey}",
      command: "custom-roles update",
      statuses: [200, 400, 401, 404, 409, 429],
      ["customRoleKey": "key"]),
    Self(
      "/api/v2/segments/{projectKey}/{environmentKey}/{segmentKey}",
      command: "segments update",
      statuses: [200, 400, 401, 403, 404, 409, 429],
      ["segmentKey": "key"]),
    Self(
      "/api/v2/tokens/{id}",
      command: "access-tokens update",
      statuses: [200, 400, 401, 403, 404, 409, 422, 429]),
    Self(
      "/api/v2/webhooks/{id}",
      command: "webhooks update",
      statuses: [200, 400, 401, 403, 404, 429]),
  ]

  /// What most descriptions say about a status.
  private static let meanings: KeyValuePairs = [
    200: "The updated resource", 400: "Invalid request", 401: "Invalid access token",
    403: "Forbidden",
    404: "Invalid resource identifier", 405: "Method not allowed", 409: "Status conflict",
    422: "Invalid patch content", 429: "Rate limited",
  ]

  private init(
    _ path: String, command: String, statuses: [Int], meanings: KeyValuePairs<Int, String> = [:],
    _ names: KeyValuePairs<String, String> = [:]
  ) {
    self.path = path
    self.command = command
    self.statuses = statuses.map { code in
      let meaning = (Array(meanings) + Array(Self.meanings)).first { $0.key == code }?.value
      return Status(code: code, meaning: meaning ?? "")
    }
    places = names.map { Place(parameter: $0.key, member: JSONPointer.root.appending($0.value)) }
  }
}
