import JSONPatching
import PatchProfiles

/// Applies a patch of three operations to a small resource, with or without a check by its profile;
/// all are parsed beforehand.
struct CheckedPatch: Workload {
  let label: WorkloadLabel
  private let profile = PatchProfile.flagImportConfiguration
  private let checks: Bool
  private let document: JSON
  private let patch: JSONPatch

  /// `resource` is a flag import configuration, of any integration.
  init(_ label: WorkloadLabel, resource: [UInt8], checks: Bool) throws {
    self.label = label
    self.checks = checks
    var resource = try JSON(parsing: resource)
    resource["integrationKey"] = "split"
    // As it would be read: a document that was changed is another kind of work.
    document = try JSON(parsing: resource.serialized())
    patch = [
      .replace("/name", "Production import"), .replace("/config/environmentId", "prd"),
      .add("/tags/-", "new"),
    ]
  }

  var documents: [[UInt8]] { [document.serialized()] }
  var patches: [[UInt8]] { [patch.json.serialized()] }
  var operationCount: Int { patch.count }
  var readsWholeDocuments: Bool { false }
  var yardsticks: [Yardstick] { [] }

  func run(iterations: Int, meter: inout some Meter) throws {
    try meter.measure {
      for _ in 0..<iterations {
        if checks { use(profile.check(patch, on: document)) }
        use(try document.applying(patch))
      }
    }
  }

  func verify() throws {
    let findings = profile.check(patch, on: document)
    guard findings.isEmpty else { throw WrongResult("\(findings)") }
    guard !profile.check([.replace("/version", 1)], on: document).isEmpty else {
      throw WrongResult("the profile lets a counter be set")
    }
    let expected = try Tree(reading: document.serialized())
      .patched(by: Tree(reading: patch.json.serialized()))
    try WrongResult.unlessEqual(
      document.applying(patch).serialized(as: .compact), expected.json())
  }
}
