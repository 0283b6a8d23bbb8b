extension PatchProfile.FormVariables {
  /// The integrations whose manifests have no form variables of their own, by key, as members of an object
  /// that a profile has.
  ///
  /// A member of such a configuration is unknown, which is not the same as that nothing is known of it.
  static let plainManifests = #"""
    "adfs": [], "akamai-edgeworkers": [], "amplitude": [], "ansible": [], "azure-devops": [],
    "azure-event-hubs": [], "azure-sso": [], "bigquery-native-product-analytics": [],
    "bigquery": [], "bitbucket-flags": [], "bitbucket": [], "bitrise": [],
    "census-synced-segments": [], "census": [], "circleci-coderefs": [], "cloudflare": [],
    "cloudquery": [], "confluence-embedded-pages": [], "convex": [], "cortex": [],
    "crossplane": [], "ctrlstack": [], "databricks-native-product-analytics": [],
    "databricks": [], "datadog-dashboard-widget": [], "datadog-flag-trigger": [],
    "datadog-legacy": [], "datadog-rum": [], "ditto": [], "dynatrace-cloud-automation": [],
    "example-synced-segment-integration1": [], "example-synced-segment-integration2": [],
    "fastly": [], "fulcrum": [], "fullstory": [], "generic-feature-store": [],
    "generic-trigger": [], "git": [], "github-actions-flag-evaluations": [], "github": [],
    "gitlab": [], "google-pubsub": [], "googleapps-sso": [], "heap-inbound": [], "heap": [],
    "hightouch": [], "intellij": [], "jira": [], "kinesis": [], "liquibase": [], "mparticle": [],
    "netlify": [], "ngrok": [], "okta": [], "okteto": [], "onelogin": [], "osano": [],
    "pendo": [], "port": [], "release": [], "resmo": [], "roadie": [], "roost.ai": [],
    "rudderstack": [], "segment-audiences": [], "segment-inbound": [], "segment": [],
    "sentry": [], "servicenow-c0": [], "servicenow-normal": [], "servicenow": [],
    "slack-app": [], "slack-webhooks": [], "sleuth": [],
    "snowflake-native-product-analytics": [], "snowflake-v2": [], "snowflake": [],
    "snowplow": [], "sprig": [], "sumatra-synced-segments": [], "tealium-inbound": [],
    "tealium-synced-segments": [], "terraform": [], "tray": [], "trello": [], "vercel": [],
    "vscode": [], "webhooks": [], "zendesk": [], "zeotap": []
    """#
}
