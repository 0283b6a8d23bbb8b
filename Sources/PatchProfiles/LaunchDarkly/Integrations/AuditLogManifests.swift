extension PatchProfile.FormVariables {
  /// The form variables of the integrations that are told of changes, by key, as members of an object that
  /// a profile has.
  static let auditLogManifests = #"""
    "appdynamics": [
      {"key": "account", "type": "string"},
      {"key": "applicationID", "type": "string"}
    ],
    "appoptics": [
      {"key": "streamName", "type": "string"},
      {"key": "username", "type": "string"},
      {"key": "apiKey", "type": "string", "isSecret": true}
    ],
    "chronosphere": [
      {"key": "secretToken", "type": "string", "isSecret": true},
      {"key": "receiverURL", "type": "string"}
    ],
    "cloudtrail": [
      {"key": "externalId", "type": "generated"},
      {"key": "accountId", "type": "string", "isOptional": true, "defaultValue": ""},
      {"key": "ingestionChannelArn", "type": "string"}
    ],
    "compass": [
      {"key": "url", "type": "uri"},
      {"key": "secret", "type": "string", "isSecret": true}
    ],
    "datadog": [
      {"key": "apiKey", "type": "string", "isSecret": true},
      {
        "key": "hostURL", "type": "enum", "isOptional": true,
        "defaultValue": "https://api.datadoghq.com",
        "allowedValues": [
          "https://api.datadoghq.com", "https://api.datadoghq.eu", "https://us3.datadoghq.com",
          "https://us5.datadoghq.com", "https://app.ddog-gov.com"
        ]
      },
      {"key": "hideMemberDetails", "type": "boolean", "isOptional": true, "defaultValue": false}
    ],
    "datadog-private": [
      {"key": "apiKey", "type": "string", "isSecret": true},
      {"key": "hostURL", "type": "string"},
      {"key": "hideMemberDetails", "type": "boolean", "isOptional": true, "defaultValue": false}
    ],
    "dynatrace": [
      {"key": "apiToken", "type": "string", "isSecret": true},
      {"key": "url", "type": "uri"},
      {
        "key": "entity", "type": "enum", "isOptional": true, "defaultValue": "APPLICATION",
        "allowedValues": [
          "APPLICATION", "APPLICATION_METHOD", "APPLICATION_METHOD_GROUP", "AUTO_SCALING_GROUP",
          "AUXILIARY_SYNTHETIC_TEST", "AWS_APPLICATION_LOAD_BALANCER", "AWS_AVAILABILITY_ZONE",
          "AWS_CREDENTIALS", "AWS_LAMBDA_FUNCTION", "AWS_NETWORK_LOAD_BALANCER",
          "AZURE_API_MANAGEMENT_SERVICE", "AZURE_APPLICATION_GATEWAY", "AZURE_COSMOS_DB",
          "AZURE_CREDENTIALS", "AZURE_EVENT_HUB", "AZURE_EVENT_HUB_NAMESPACE", "AZURE_FUNCTION_APP",
          "AZURE_IOT_HUB", "AZURE_LOAD_BALANCER", "AZURE_MGMT_GROUP", "AZURE_REDIS_CACHE",
          "AZURE_REGION", "AZURE_SERVICE_BUS_NAMESPACE", "AZURE_SERVICE_BUS_QUEUE",
          "AZURE_SERVICE_BUS_TOPIC", "AZURE_SQL_DATABASE", "AZURE_SQL_ELASTIC_POOL",
          "AZURE_SQL_SERVER", "AZURE_STORAGE_ACCOUNT", "AZURE_SUBSCRIPTION", "AZURE_TENANT",
          "AZURE_VM", "AZURE_VM_SCALE_SET", "AZURE_WEB_APP", "CF_APPLICATION", "CF_FOUNDATION",
          "CINDER_VOLUME", "CLOUD_APPLICATION", "CLOUD_APPLICATION_INSTANCE",
          "CLOUD_APPLICATION_NAMESPACE", "CONTAINER_GROUP", "CONTAINER_GROUP_INSTANCE",
          "CUSTOM_APPLICATION", "CUSTOM_DEVICE", "CUSTOM_DEVICE_GROUP", "DCRUM_APPLICATION",
          "DCRUM_SERVICE", "DCRUM_SERVICE_INSTANCE", "DEVICE_APPLICATION_METHOD", "DISK",
          "DOCKER_CONTAINER_GROUP_INSTANCE", "DYNAMO_DB_TABLE", "EBS_VOLUME", "EC2_INSTANCE",
          "ELASTIC_LOAD_BALANCER", "ENVIRONMENT", "EXTERNAL_SYNTHETIC_TEST_STEP", "GCP_ZONE",
          "GEOLOCATION", "GEOLOC_SITE", "GOOGLE_COMPUTE_ENGINE", "HOST", "HOST_GROUP", "HTTP_CHECK",
          "HTTP_CHECK_STEP", "HYPERVISOR", "KUBERNETES_CLUSTER", "KUBERNETES_NODE",
          "MOBILE_APPLICATION", "NETWORK_INTERFACE", "NEUTRON_SUBNET", "OPENSTACK_PROJECT",
          "OPENSTACK_REGION", "OPENSTACK_VM", "OS", "PROCESS_GROUP", "PROCESS_GROUP_INSTANCE",
          "RELATIONAL_DATABASE_SERVICE", "SERVICE", "SERVICE_INSTANCE", "SERVICE_METHOD",
          "SERVICE_METHOD_GROUP", "SWIFT_CONTAINER", "SYNTHETIC_LOCATION", "SYNTHETIC_TEST",
          "SYNTHETIC_TEST_STEP", "VIRTUALMACHINE", "VMWARE_DATACENTER"
        ]
      },
      {"key": "tag", "type": "string", "isOptional": true, "defaultValue": ""}
    ],
    "dynatrace-v2": [
      {"key": "apiToken", "type": "string", "isSecret": true},
      {"key": "url", "type": "uri"},
      {
        "key": "entity", "type": "enum", "isOptional": true, "defaultValue": "APPLICATION",
        "allowedValues": [
          "APPLICATION", "APPLICATION_METHOD", "APPLICATION_METHOD_GROUP", "AUTO_SCALING_GROUP",
          "AUXILIARY_SYNTHETIC_TEST", "AWS_APPLICATION_LOAD_BALANCER", "AWS_AVAILABILITY_ZONE",
          "AWS_CREDENTIALS", "AWS_LAMBDA_FUNCTION", "AWS_NETWORK_LOAD_BALANCER",
          "AZURE_API_MANAGEMENT_SERVICE", "AZURE_APPLICATION_GATEWAY", "AZURE_COSMOS_DB",
          "AZURE_CREDENTIALS", "AZURE_EVENT_HUB", "AZURE_EVENT_HUB_NAMESPACE", "AZURE_FUNCTION_APP",
          "AZURE_IOT_HUB", "AZURE_LOAD_BALANCER", "AZURE_MGMT_GROUP", "AZURE_REDIS_CACHE",
          "AZURE_REGION", "AZURE_SERVICE_BUS_NAMESPACE", "AZURE_SERVICE_BUS_QUEUE",
          "AZURE_SERVICE_BUS_TOPIC", "AZURE_SQL_DATABASE", "AZURE_SQL_ELASTIC_POOL",
          "AZURE_SQL_SERVER", "AZURE_STORAGE_ACCOUNT", "AZURE_SUBSCRIPTION", "AZURE_TENANT",
          "AZURE_VM", "AZURE_VM_SCALE_SET", "AZURE_WEB_APP", "CF_APPLICATION", "CF_FOUNDATION",
          "CINDER_VOLUME", "CLOUD_APPLICATION", "CLOUD_APPLICATION_INSTANCE",
          "CLOUD_APPLICATION_NAMESPACE", "CONTAINER_GROUP", "CONTAINER_GROUP_INSTANCE",
          "CUSTOM_APPLICATION", "CUSTOM_DEVICE", "CUSTOM_DEVICE_GROUP", "DCRUM_APPLICATION",
          "DCRUM_SERVICE", "DCRUM_SERVICE_INSTANCE", "DEVICE_APPLICATION_METHOD", "DISK",
          "DOCKER_CONTAINER_GROUP_INSTANCE", "DYNAMO_DB_TABLE", "EBS_VOLUME", "EC2_INSTANCE",
          "ELASTIC_LOAD_BALANCER", "ENVIRONMENT", "EXTERNAL_SYNTHETIC_TEST_STEP", "GCP_ZONE",
          "GEOLOCATION", "GEOLOC_SITE", "GOOGLE_COMPUTE_ENGINE", "HOST", "HOST_GROUP", "HTTP_CHECK",
          "HTTP_CHECK_STEP", "HYPERVISOR", "KUBERNETES_CLUSTER", "KUBERNETES_NODE",
          "MOBILE_APPLICATION", "NETWORK_INTERFACE", "NEUTRON_SUBNET", "OPENSTACK_PROJECT",
          "OPENSTACK_REGION", "OPENSTACK_VM", "OS", "PROCESS_GROUP", "PROCESS_GROUP_INSTANCE",
          "RELATIONAL_DATABASE_SERVICE", "SERVICE", "SERVICE_INSTANCE", "SERVICE_METHOD",
          "SERVICE_METHOD_GROUP", "SWIFT_CONTAINER", "SYNTHETIC_LOCATION", "SYNTHETIC_TEST",
          "SYNTHETIC_TEST_STEP", "VIRTUALMACHINE", "VMWARE_DATACENTER"
        ]
      },
      {"key": "tag", "type": "string", "isOptional": true, "defaultValue": ""}
    ],
    "elastic": [
      {"key": "url", "type": "uri"},
      {"key": "token", "type": "string", "isSecret": true},
      {"key": "index", "type": "string"}
    ],
    "grafana": [
      {"key": "endpointUrl", "type": "uri"},
      {"key": "apiKey", "type": "string", "isSecret": true}
    ],
    "honeycomb": [
      {"key": "datasetName", "type": "string"},
      {"key": "apiKey", "type": "string", "isSecret": true}
    ],
    "kosli": [
      {"key": "webhookUrl", "type": "string"},
      {"key": "secret", "type": "string", "isSecret": true}
    ],
    "last9": [
      {"key": "endpointUrl", "type": "uri"},
      {"key": "apiToken", "type": "string", "isSecret": true},
      {"key": "last9", "type": "string", "isOptional": true, "defaultValue": ""}
    ],
    "ld-to-git": [
      {"key": "lambdaEndpoint", "type": "uri"},
      {"key": "ldApiToken", "type": "string", "isSecret": true},
      {"key": "repoUrl", "type": "uri"},
      {
        "key": "gitApiToken", "type": "string", "isSecret": true, "isOptional": true,
        "defaultValue": ""
      },
      {"key": "branch", "type": "string"},
      {"key": "user", "type": "string", "isOptional": true, "defaultValue": ""},
      {"key": "secret", "type": "string", "isSecret": true, "isOptional": true, "defaultValue": ""}
    ],
    "logdna": [
      {"key": "ingestionKey", "type": "string", "isSecret": true},
      {"key": "level", "type": "string", "isOptional": true, "defaultValue": "INFO"}
    ],
    "msteams": [
      {"key": "url", "type": "uri"}
    ],
    "msteams-app": [
      {"key": "url", "type": "uri"},
      {"key": "secret", "type": "string", "isSecret": true, "isOptional": true, "defaultValue": ""}
    ],
    "new-relic": [
      {"key": "accountId", "type": "string"},
      {"key": "apiKey", "type": "string", "isSecret": true}
    ],
    "new-relic-apm": [
      {"key": "apiKey", "type": "string", "isSecret": true},
      {"key": "applicationId", "type": "string"},
      {
        "key": "domain", "type": "enum", "isOptional": true, "defaultValue": "api.newrelic.com",
        "allowedValues": ["api.newrelic.com", "api.eu.newrelic.com"]
      }
    ],
    "new-relic-apm-insights": [
      {"key": "licenseKey", "type": "string", "isSecret": true},
      {"key": "accountId", "type": "string"},
      {
        "key": "domain", "type": "enum", "isOptional": true,
        "defaultValue": "insights-collector.newrelic.com",
        "allowedValues": ["insights-collector.newrelic.com", "insights-collector.eu01.nr-data.net"]
      }
    ],
    "pagerduty": [
      {"key": "integrationKey", "type": "string"}
    ],
    "sample-integration": [
      {"key": "optional", "type": "string", "isOptional": true, "defaultValue": ""},
      {"key": "required", "type": "string"},
      {"key": "URL", "type": "uri", "isOptional": true, "defaultValue": "https://example.com"},
      {"key": "hasPlaceholder", "type": "string", "isOptional": true, "defaultValue": ""},
      {
        "key": "hasDefault", "type": "string", "isOptional": true,
        "defaultValue": "I'm the default value"
      },
      {"key": "secret", "type": "string", "isSecret": true},
      {"key": "color", "type": "dynamicEnum"}
    ],
    "signalfx": [
      {"key": "accessToken", "type": "string", "isSecret": true},
      {"key": "realm", "type": "string"}
    ],
    "splunk": [
      {"key": "base-url", "type": "string"},
      {"key": "token", "type": "string", "isSecret": true},
      {"key": "skip-ca-verification", "type": "boolean"}
    ],
    "terraform-cloud": [
      {
        "key": "hostName", "type": "string", "isOptional": true,
        "defaultValue": "https://app.terraform.io"
      },
      {"key": "token", "type": "string", "isSecret": true},
      {"key": "workspaceId", "type": "string"}
    ],
    "zapier": [
      {"key": "url", "type": "uri"}
    ]
    """#
}
