import JSONPatching
import Testing

@testable import PatchProfiles

/// The requests that submit patches.
struct RequestTests {
  @Test(arguments: PatchProfile.builtIn)
  func `an endpoint documents its answers`(profile: PatchProfile) throws {
    let endpoint = profile.endpoint
    let codes = endpoint.statuses.map(\.code)
    #expect(codes == codes.sorted() && Set(codes).isSuperset(of: [200, 400, 404]))
    #expect(endpoint.statuses.allSatisfy { $0.meaning?.isEmpty == false })
    #expect(endpoint.source?.origin.hasSuffix("openapi.json") == true)
    #expect(endpoint.command?.split(separator: " ").count == 2)
    #expect(endpoint.hosts.first == "app.launchdarkly.com")
  }

  @Test(arguments: PatchProfile.builtIn)
  func `an exported profile makes the same request`(profile: PatchProfile) throws {
    let copy = try PatchProfile(parsing: profile.json.serialized(as: .compact))
    #expect(copy.endpoint == profile.endpoint)
    let values = profile.pathParameters.map { PatchRequest.Parameter(name: $0, value: "x") }
    #expect(try copy.request(parameters: values) == profile.request(parameters: values))
    #expect(
      copy.probableStatuses(for: .pathNotFound) == profile.probableStatuses(for: .pathNotFound))
  }

  @Test(arguments: PatchProfile.builtIn)
  func `the address of the resource is that of the request`(profile: PatchProfile) throws {
    let values = profile.pathParameters.enumerated().map {
      PatchRequest.Parameter(name: $1, value: "a b/\($0)é")
    }
    let target = try profile.request(parameters: values).target
    let document: JSON = ["_links": ["self": ["href": JSON(target)]]]
    let request = try profile.request(for: document, base: "app.eu.launchdarkly.com")
    #expect(request.url == "https://app.eu.launchdarkly.com" + target)
    #expect(request.parameters == values)
    #expect(
      request.headers.map(\.name)
        == ["Content-Type"] + (profile.isBeta ? ["LD-API-Version"] : []))
    #expect(request.tokenVariable == "LD_ACCESS_TOKEN")
  }

  @Test(
    arguments: [
      ("feature-flag", #"{"key": "k"}"#, "projectKey=p", "/api/v2/flags/p/k"),
      ("segment", #"{"key": "k"}"#, "projectKey=p environmentKey=e", "/api/v2/segments/p/e/k"),
      ("webhook", #"{"_id": "i"}"#, "", "/api/v2/webhooks/i"),
      ("webhook", #"{"_id": "i"}"#, "id=j", "/api/v2/webhooks/j"),
      ("code-reference-repository", #"{"name": "r"}"#, "", "/api/v2/code-refs/repositories/r"),
      ("oauth-client", #"{"_clientId": "c"}"#, "", "/api/v2/oauth/clients/c"),
      (
        "audit-log-subscription", #"{"kind": "datadog", "_id": "i"}"#, "",
        "/api/v2/integrations/datadog/i"
      ),
      ("insights-deployment", #"{"id": "d"}"#, "", "/api/v2/engineering-insights/deployments/d"),
      ("environment", #"{"key": "e"}"#, "projectKey=p", "/api/v2/projects/p/environments/e"),
      (
        "project", #"{"key": "p", "_links": {"self": {"href": "/api/v2/projects/q"}}}"#, "",
        "/api/v2/projects/q"
      ),
      (
        "project",
        #"{"key": "p", "_links": {"self": {"href": "https://evil.example/api/v2/projects/q?x=1"}}}"#,
        "", "/api/v2/projects/q"
      ),
      (
        "project", #"{"key": "p", "_links": {"self": {"href": "/api/v2/users/q"}}}"#, "",
        "/api/v2/projects/p"
      ),
      (
        "flag-import-configuration", #"{"_id": "i", "projectKey": "p", "integrationKey": "split"}"#,
        "",
        "/api/v2/integration-capabilities/flag-import/p/split/i"
      ),
      ("integration-configuration", #"{"_id": "i"}"#, "", "/api/v2/integration-configurations/i"),
    ])
  func `the members of a resource say where it is`(
    name: String, document: String, given: String, target: String
  ) throws {
    let profile = try #require(PatchProfile.named(name))
    let parameters = given.split(separator: " ").map { text in
      let parts = text.split(separator: "=")
      return PatchRequest.Parameter(name: String(parts[0]), value: String(parts[1]))
    }
    let request = try profile.request(for: try JSON(parsing: document), parameters: parameters)
    #expect(request.url == "https://app.launchdarkly.com" + target)
  }

  @Test(arguments: [
    #"{}"#, #"{"_id": ""}"#, #"{"_id": "."}"#, #"{"_id": ".."}"#, #"{"_id": 4}"#, "[]", "null",
    #"{"_links": {"self": {"href": "/api/v2/webhooks/%2E%2e"}}}"#,
    #"{"_links": {"self": {"href": "/api/v2/webhooks/%zz"}}}"#,
    #"{"_links": {"self": {"href": "/api/v2/webhooks/%ff"}}}"#,
  ])
  func `an address that is not known or leads elsewhere is a problem`(document: String) throws {
    #expect(throws: PatchRequest.Problem.self) {
      try PatchProfile.webhook.request(for: try JSON(parsing: document))
    }
  }

  @Test(arguments: [
    "", "https://", "https:///x", "a b", "https://h?x", "https://u@h", "h#", "/h", "h\n",
  ])
  func `what is no host is a problem`(base: String) {
    #expect(throws: PatchRequest.Problem.self) {
      try PatchProfile.webhook.request(parameters: [.init(name: "id", value: "i")], base: base)
    }
  }

  @Test func `a status is named only where it is known`() {
    func codes(_ profile: PatchProfile, _ code: JSONPatch.Code) -> [Int] {
      profile.probableStatuses(for: code).map(\.code)
    }
    #expect(codes(.integrationDeliveryConfiguration, .pathNotFound) == [400, 422])
    #expect(codes(.flagImportConfiguration, .type) == [400])
    #expect(codes(.flagImportConfiguration, .testFailed) == [])
    #expect(codes(.flagImportConfiguration, .limitExceeded) == [])
    #expect(codes(.unrestricted, .type) == [])
    #expect(PatchProfile.unrestricted.endpoint.hosts == [])
  }
}
