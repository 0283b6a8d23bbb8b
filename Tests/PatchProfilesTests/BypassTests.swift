import JSONPatching
import TestSupport
import Testing

@testable import PatchProfiles

/// Every way around a read-only path that can be generated.
///
/// The path and each of its ancestors are attacked by every operation, in every spelling. None of
/// the patches is accepted with the path changed.
struct BypassTests {
  /// A profile and a document of its resource.
  struct Target: Sendable, CustomTestStringConvertible {
    let name: String
    let profile: PatchProfile
    let document: JSON

    var testDescription: String { "\(profile.name), \(name)" }

    /// The paths of a document that may not be changed, nor anything below them.
    func readOnlyPaths(of document: JSON) -> [JSONPointer] {
      document.allPointers.filter { pointer in
        guard !pointer.isRoot else { return false }
        guard let rule = profile.rule(for: pointer) else {
          return profile.unlisted.verdict == .refuse
        }
        return rule.isReadOnly && !hasEditableRule(below: pointer)
      }
    }

    private func hasEditableRule(below pointer: JSONPointer) -> Bool {
      let location = Location(pointer)
      return profile.rules.contains { !$0.isReadOnly && $0.path.canMatch(below: location) }
    }

    /// The values that may not be changed, in the order of a document.
    ///
    /// They are compared as a list, since an element that moves because another is inserted before
    /// it has not been changed.
    func readOnlyValues(of document: JSON) -> [JSON?] {
      readOnlyPaths(of: document).map { document[$0] }
    }
  }

  static let targets: [Target] = {
    guard let documents = try? Fixtures.json("launchdarkly/documents.json"),
      let made = try? PatchProfile(parsing: Fixtures.bytes("profiles/open.json")),
      let thing = try? Fixtures.json("profiles/open-document.json"),
      let flagImport = try? Fixtures.json("preview/flag-import.json"),
      let delivery = try? Fixtures.json("preview/delivery.json")
    else { return [] }
    let rows: [(String, PatchProfile, JSON?)] = [
      ("ic-seed", .integrationConfiguration, documents["ic-seed"]),
      ("ic-approvals", .integrationConfiguration, documents["ic-approvals"]),
      ("idc-seed", .integrationDeliveryConfiguration, documents["idc-seed"]),
      ("idc-fastly", .integrationDeliveryConfiguration, documents["idc-fastly"]),
      ("delivery", .integrationDeliveryConfiguration, delivery),
      ("fi-seed", .flagImportConfiguration, documents["fi-seed"]),
      ("fi-split", .flagImportConfiguration, documents["fi-split"]),
      ("flag-import", .flagImportConfiguration, flagImport),
      ("made up", made, thing),
    ]
    return rows.compactMap { name, profile, document in
      document.map { Target(name: name, profile: profile, document: $0) }
    }
  }()

  /// Every built-in profile with a document that has all that its rules speak of.
  static let samples = PatchProfile.builtIn.map { profile in
    Target(name: "sample", profile: profile, document: profile.sampleDocument)
  }

  @Test func `every document is there`() {
    #expect(Self.targets.count == 9)
    #expect(Self.samples.count == PatchProfile.builtIn.count)
  }

  @Test(arguments: targets)
  func `no single operation changes a read-only path`(target: Target) {
    attack(target.readOnlyPaths(of: target.document), of: target)
  }

  @Test(arguments: samples)
  func `no rule of a built-in profile can be bypassed`(target: Target) {
    let paths = target.readOnlyPaths(of: target.document)
    let first = Dictionary(grouping: paths) { target.profile.rule(for: $0)?.path }.values
      .compactMap { $0.min { $0.description < $1.description } }
    attack(first, of: target)
  }

  private func attack(_ paths: [JSONPointer], of target: Target) {
    let attacked = Set(paths.flatMap(Attack.ancestors))
    var attacks = attacked.flatMap(Attack.plain)
    attacks += attacked.filter { $0.count <= 2 }.flatMap(Attack.inEverySpelling)
    attacks += paths.flatMap { Attack.carriers(of: $0, in: target.document) }
    #expect(attacks.count > 200)
    expectHarmless(attacks.map { [$0] }, on: target)
  }

  @Test(arguments: targets)
  func `no pair of operations changes a read-only path`(target: Target) {
    let paths = target.readOnlyPaths(of: target.document)
    let attacked = Set(paths.flatMap(Attack.ancestors)).filter { $0.count <= 2 }
    let attacks = attacked.flatMap(Attack.plain)
    expectHarmless(
      attacks.flatMap { attack in
        [
          [#"{"op":"copy","from":"","path":"/name"}"#, attack],
          [#"{"op":"add","path":"/new","value":{}}"#, attack],
          [attack, #"{"op":"replace","path":"/name","value":"x"}"#],
          [attack, attack],
        ]
      }, on: target)
  }

  private func expectHarmless(_ patches: [[String]], on target: Target) {
    let values = target.readOnlyValues(of: target.document)
    // A prime number: attacks come in groups of some even number, and no place in these is left out.
    for operations in Effort.sample(patches, every: 7) {
      let text = "[\(operations.joined(separator: ","))]"
      let draft = PatchDraft(parsing: Array(text.utf8), acceptsEnvelope: true)
      for result in [
        target.profile.preview(draft, of: target.document).result, unseen(draft, text, target),
      ].compactMap(\.self) {
        let isUnchanged = target.readOnlyValues(of: result) == values
        #expect(isUnchanged, "\(text)")
      }
    }
  }

  /// What a patch makes of the document when it is accepted without having seen it.
  private func unseen(_ draft: PatchDraft, _ text: String, _ target: Target) -> JSON? {
    guard !target.profile.check(draft).contains(where: { $0.severity == .error }),
      let patch = try? JSONPatch(parsing: text)
    else { return nil }
    return try? target.document.applying(patch)
  }
}

/// Operations, as JSON texts, that try to change a path.
private enum Attack {
  static let values = ["null", "1", #""x""#, "[]", "{}", #"{"_id":"mine"}"#, "[[]]"]
  static let others = ["/name", "/tags", "/tags/-", "/config", "/new", "/note", "/any", ""]

  /// A path and its ancestors.
  static func ancestors(of path: JSONPointer) -> [JSONPointer] {
    Array(sequence(first: path, next: \.parent))
  }

  /// The operations on a path, spelt in every way.
  static func inEverySpelling(_ path: JSONPointer) -> [String] {
    spellings(of: path).flatMap { operations(at: $0, values: ["1", "{}"], others: ["/name"]) }
  }

  /// The operations on a path, spelt as usual.
  static func plain(_ path: JSONPointer) -> [String] {
    operations(at: quoted(path.description), values: values, others: others)
  }

  /// Writes of each ancestor as it is, but with the path changed or taken out.
  static func carriers(of path: JSONPointer, in document: JSON) -> [String] {
    var (changed, removed) = (document, document)
    changed[path] = "changed"
    removed[path] = nil
    return ancestors(of: path).flatMap { ancestor in
      [changed[ancestor], removed[ancestor], document[ancestor]].compactMap(\.self)
        .flatMap { writes($0.description, at: quoted(ancestor.description)) }
    }
  }

  private static func writes(_ value: String, at path: String) -> [String] {
    ["add", "replace"].map { #"{"op":"\#($0)","path":\#(path),"value":\#(value)}"# }
  }

  private static func operations(
    at path: String, values: [String], others: [String]
  ) -> [String] {
    let transfers = others.map(quoted).flatMap { other in
      [
        #"{"op":"move","from":\#(path),"path":\#(other)}"#,
        #"{"op":"move","from":\#(other),"path":\#(path)}"#,
        #"{"op":"copy","from":\#(other),"path":\#(path)}"#,
      ]
    }
    return values.flatMap { writes($0, at: path) } + transfers + [
      #"{"op":"remove","path":\#(path)}"#, #"{"op":"remove","path":\#(path),"value":1}"#,
    ]
  }

  /// JSON strings that a careless reader could take for a path.
  private static func spellings(of path: JSONPointer) -> [String] {
    let text = path.description
    let escaped = text.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16)
      return scalar.value < 0x10000
        ? "\\u" + String(repeating: "0", count: 4 - digits.count) + digits : String(scalar)
    }
    let variants = [
      text, text + "/", text + "/-", text + "/0", "/" + text, text.uppercased(),
      text.replacing("/", with: "/~0"), text.replacing("/", with: "~1"), "#" + text, "." + text,
      text.replacing("_", with: "%5F"), text.replacing("/", with: "//"),
      text.replacing("\u{e9}", with: "e\u{301}"), text + " ", text + "\u{0}", text + "~",
      text.replacing("/0", with: "/00"), text.replacing("/0", with: "/-1"),
    ]
    return variants.map { quoted($0) } + ["\"\(escaped.joined())\""]
  }

  private static func quoted(_ text: String) -> String { JSON(text).description }
}

extension JSON {
  /// The pointers of all values in the document.
  var allPointers: [JSONPointer] {
    var pointers: [JSONPointer] = []
    var open: [(JSONPointer, JSON)] = [(.root, self)]
    while let (pointer, value) = open.popLast() {
      pointers.append(pointer)
      for name in value.childNames {
        if let child = value.child(name) { open.append((pointer.appending(name), child)) }
      }
    }
    return pointers
  }
}
