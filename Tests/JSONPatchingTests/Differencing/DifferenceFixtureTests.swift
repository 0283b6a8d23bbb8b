import JSONPatching
import TestSupport
import Testing

/// Tables of differences that are known to the byte.
@Suite struct DifferenceFixtureTests {
  @Test(arguments: try FixtureRow.rows(in: "difference"))
  func `the patch is the expected one`(_ row: FixtureRow) throws {
    guard let before = try row.jsonText("old"), let after = try row.jsonText("new"),
      let expected = try row.jsonText("patch")
    else { throw row.missing("old, new or patch") }
    let old = try JSON(parsing: before)
    let new = try JSON(parsing: after)
    let options = JSONPatch.DifferenceOptions(row.json["options"])
    let patch = new.difference(from: old, options: options)
    #expect(TextBytes(patch.json.serialized(as: .compact)) == TextBytes(expected))
    let result = try row.jsonText("result") ?? after
    #expect(try old.applying(patch) == (try JSON(parsing: result)))
    // Whatever is random in a process must not show.
    #expect(new.difference(from: old, options: options).description == patch.description)
  }

  @Test func `every edge case from 64 to 77 has a fixture that names a section of an RFC`() throws {
    let rows = try FixtureRow.rows(in: "difference").filter { $0.json["item"] != nil }
    let items = rows.compactMap { $0.json["item"].flatMap { Int("\($0)") } }
    #expect(Set(64...77).subtracting(items).isEmpty)
    for row in rows {
      #expect(row.text("section")?.hasPrefix("RFC 690") == true, "\(row)")
    }
  }
}

extension JSONPatch.DifferenceOptions {
  /// Reads options as a fixture spells them.
  init(_ json: ModelJSON?) {
    self.init()
    if json?["minimize"]?.text == "operations" { minimize = .operations }
    moves = json?["moves"]?.bool ?? false
    copies = json?["copies"]?.bool ?? false
    if json?["tests"]?.text == "version" { tests = .version }
    if json?["tests"]?.text == "values" { tests = .values }
    arrayIdentity = (json?["arrayIdentity"]?.elements ?? []).compactMap(\.text).map {
      let parts = $0.split(separator: " ")
      return ArrayIdentity(
        member: String(parts[0]),
        in: parts.count > 1
          ? (try? JSONPointer(String(parts[1]))).map(JSONPointer.Pattern.init) : nil)
    }
    ignoring = (json?["ignoring"]?.elements ?? []).compactMap(\.text).compactMap {
      (try? JSONPointer($0)).map(JSONPointer.Pattern.init)
    }
    appendsWithDash = json?["appendsWithDash"]?.bool ?? false
  }
}
