/// A text somewhere in the fixtures, and who reads it.
public struct FixtureText: Sendable, Hashable {
  /// Who reads a text.
  public enum Reader: String, CaseIterable, Sendable {
    /// The parser.
    case document
    /// The reader of JSON Patch.
    case patch
    /// The reader of merge patches.
    case mergePatch
    /// The reader of pointers.
    case pointer
    /// The reader of pointers that are fragments of a URI.
    case fragment
    /// The reader of profiles.
    case profile
    /// The reader of manifests.
    case manifest
  }

  /// Who reads it.
  public var reader: Reader
  /// The text.
  public var bytes: [UInt8]
  /// The document that a patch stands beside; `null` where it stands alone.
  public var document: [UInt8] = Array("null".utf8)
  /// The profile that judges a patch, by its name, if one does.
  public var profile: String?
}

extension FixtureText {
  /// Every text in the fixtures, each once.
  public static func all() throws -> [FixtureText] { try found.get() }

  /// Read once: each reader and each target of a fuzzer asks for its own.
  private static let found = Result {
    var seen: Set<FixtureText> = []
    return try (tables() + files()).filter { seen.insert($0).inserted }
  }

  /// Every text in the fixtures that has a certain reader.
  public static func all(for reader: Reader) throws -> [FixtureText] {
    try all().filter { $0.reader == reader }
  }

  /// Every text in the fixtures that is JSON or is taken for it, each once.
  public static func allJSON() throws -> [[UInt8]] {
    var seen: Set<[UInt8]> = []
    return try all().filter { ![.pointer, .fragment].contains($0.reader) }.map(\.bytes)
      .filter { seen.insert($0).inserted }
  }
}

/// Rows of tables.
extension FixtureText {
  /// The folders of tables.
  private static let folders = [
    "difference", "disagreements", "inverse", "merge", "parse", "patch", "pointer", "preserved",
  ]
  /// The tables in folders that have other files, too.
  private static let singleTables = [
    "launchdarkly/checks.json", "launchdarkly/endpoint-examples.json",
    "launchdarkly/observed.json", "launchdarkly/patch-examples.json", "profiles/checks.json",
    "profiles/positions.json", "values/equality.json", "values/formats.json",
    "values/numbers.json",
  ]

  /// Members of rows that are a value or, with `Text` behind their names, its text.
  private static let values: [String: Reader] = [
    "doc": .document, "document": .document, "old": .document, "new": .document,
    "expected": .document, "result": .document, "value": .document, "patch": .patch,
    "inverse": .patch, "body": .patch,
  ]

  /// Members of rows that are a text.
  private static let texts: [String: Reader] = [
    "text": .document, "a": .document, "b": .document, "compact": .document,
    "compactSorted": .document, "pretty": .document, "prettySorted": .document,
    "prettyFour": .document, "pointer": .pointer, "other": .pointer, "fragment": .fragment,
  ]

  private static func tables() throws -> [FixtureText] {
    let rows =
      try folders.flatMap(FixtureRow.rows(in:)) + singleTables.flatMap(FixtureRow.rows(of:))
    let documents = try ModelJSON(parsing: try Fixtures.bytes("launchdarkly/documents.json"))
    return try rows.flatMap { try texts(of: $0, among: documents) }
  }

  private static func texts(
    of row: FixtureRow, among documents: ModelJSON
  ) throws -> [FixtureText] {
    var row = row
    // Some rows name their document, and those about the made-up profile have one in common.
    if let name = row.json["document"]?.text {
      row.json = row.json.setting("document", documents[name])
    }
    let isMerge = row.file.hasPrefix("merge/")
    let shared =
      row.file == "profiles/checks.json" ? try Fixtures.bytes("profiles/open-document.json") : nil
    let document = ["doc", "document", "old"].lazy.compactMap { try? row.jsonText($0) }.first
    let profile = row.text("profile") ?? shared.map { _ in "open" }
    func text(_ bytes: [UInt8], _ reader: Reader) -> FixtureText {
      var text = FixtureText(reader: reader, bytes: bytes)
      if reader == .patch {
        text.profile = profile
        if isMerge { text.reader = .mergePatch }
        if let document = document ?? shared { text.document = document }
      }
      return text
    }
    var found: [FixtureText] = []
    for (name, reader) in values {
      if let bytes = try row.jsonText(name) { found.append(text(bytes, reader)) }
    }
    for (name, reader) in texts {
      if let string = row.text(name) { found.append(text(Array(string.utf8), reader)) }
    }
    if row.json["hex"] != nil { found.append(text(try row.bytes(), .document)) }
    if found.isEmpty { throw row.missing("text") }
    return found
  }
}

/// Files.
extension FixtureText {
  private static func files() throws -> [FixtureText] {
    let documents = try ModelJSON(parsing: try Fixtures.bytes("launchdarkly/documents.json"))
    let folders = ["command", "preview", "corpus/parser"]
    return try folders.flatMap { try Fixtures.files(in: $0) }.map(file) + pairs()
      + (documents.members ?? []).map {
        FixtureText(reader: .document, bytes: $0.value.compactText)
      }
      + [
        FixtureText(reader: .profile, bytes: try Fixtures.bytes("profiles/open.json")),
        FixtureText(reader: .manifest, bytes: try Fixtures.bytes("profiles/manifest.json")),
        FixtureText(reader: .document, bytes: try Fixtures.bytes("profiles/open-document.json")),
        FixtureText(reader: .document, bytes: try Fixtures.bytes("values/order.json")),
      ]
  }

  /// Files that commands are tried on say by their names what they are, or by their first byte: a list is a patch.
  private static func file(_ name: String) throws -> FixtureText {
    let bytes = try Fixtures.bytes(name)
    if name.hasPrefix("corpus/") { return FixtureText(reader: .document, bytes: bytes) }
    if name.hasSuffix("manifest.json") { return FixtureText(reader: .manifest, bytes: bytes) }
    let reader: Reader =
      name.hasPrefix("command/merge") ? .mergePatch : isList(bytes) ? .patch : .document
    return FixtureText(
      reader: reader, bytes: bytes, document: try Fixtures.bytes("preview/delivery.json"))
  }

  /// What fuzzers start from: a document, a line `---`, and a patch or another document.
  private static func pairs() throws -> [FixtureText] {
    let folders = ["difference", "patch", "profile", "writer"]
    let names = try folders.flatMap {
      try Fixtures.files(in: "corpus/\($0)", withExtension: "txt")
    }
    return try names.flatMap { name in
      let bytes = try Fixtures.bytes(name)
      guard let line = bytes.firstRange(of: Array("\n---\n".utf8)) else {
        throw FixtureError(description: "\(name) is no pair")
      }
      let document = Array(bytes[..<line.lowerBound])
      let other = Array(bytes[line.upperBound...])
      let reader: Reader = isList(other) ? .patch : .document
      return [
        FixtureText(reader: .document, bytes: document),
        FixtureText(reader: reader, bytes: other, document: document),
      ]
    }
  }

  private static func isList(_ bytes: [UInt8]) -> Bool {
    bytes.first { ![0x20, 0x0A, 0x0D, 0x09].contains($0) } == UInt8(ascii: "[")
  }
}
