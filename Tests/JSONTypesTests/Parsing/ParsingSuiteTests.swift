import JSONTypes
import TestSupport
import Testing

/// Third-party conformance files for RFC 8259.
@Suite(.enabled(if: ThirdParty.hasSuites, "JPATCH_SUITES names no folder"))
struct ParsingSuiteTests {
  private static let folder = "parse/JSONTestSuite"

  private static func rows(of index: String) throws -> [FixtureRow] {
    try ThirdParty.suiteRows(in: folder).filter { $0.file.contains("/\(index).index") }
  }

  private static func bytes(_ row: FixtureRow, in index: String) throws -> [UInt8] {
    let file = try row.requiredText("file")
    return try Files.bytes(at: "\(ThirdParty.suites ?? "")/\(folder)/\(index)/\(file)")
  }

  /// What we accept where RFC 8259 leaves the choice: every number, whatever its range, and 500 levels.
  private static let acceptedByChoice: Set<String> = [
    "i_number_double_huge_neg_exp.json", "i_number_huge_exp.json",
    "i_number_neg_int_huge_exp.json", "i_number_pos_double_huge_exp.json",
    "i_number_real_neg_overflow.json", "i_number_real_pos_overflow.json",
    "i_number_real_underflow.json", "i_number_too_big_neg_int.json",
    "i_number_too_big_pos_int.json", "i_number_very_big_negative_int.json",
    "i_structure_500_nested_arrays.json",
    "number_-9223372036854775808.json", "number_-9223372036854775809.json", "number_1.0.json",
    "number_1.000000000000000005.json", "number_1000000000000000.json",
    "number_10000000000000000999.json", "number_1e-999.json", "number_1e6.json",
    "number_9223372036854775807.json", "number_9223372036854775808.json",
    "object_key_nfc_nfd.json", "object_key_nfd_nfc.json", "object_same_key_different_values.json",
    "object_same_key_same_value.json", "object_same_key_unclear_values.json",
    "string_with_escaped_NULL.json",
  ]

  /// What we refuse where RFC 8259 leaves the choice: lone surrogates and all that is not UTF-8.
  private static let refusedByChoice: [String: String] = [
    "i_object_key_lone_2nd_surrogate.json": "lone-surrogate",
    "i_string_1st_surrogate_but_2nd_missing.json": "lone-surrogate",
    "i_string_1st_valid_surrogate_2nd_invalid.json": "lone-surrogate",
    "i_string_incomplete_surrogate_and_escape_valid.json": "lone-surrogate",
    "i_string_incomplete_surrogate_pair.json": "lone-surrogate",
    "i_string_incomplete_surrogates_escape_valid.json": "lone-surrogate",
    "i_string_invalid_lonely_surrogate.json": "lone-surrogate",
    "i_string_invalid_surrogate.json": "lone-surrogate",
    "i_string_inverted_surrogates_U+1D11E.json": "lone-surrogate",
    "i_string_lone_second_surrogate.json": "lone-surrogate",
    "string_1_escaped_invalid_codepoint.json": "lone-surrogate",
    "string_2_escaped_invalid_codepoints.json": "lone-surrogate",
    "string_3_escaped_invalid_codepoints.json": "lone-surrogate",
    "i_string_UTF-8_invalid_sequence.json": "invalid-utf-8",
    "i_string_UTF8_surrogate_U+D800.json": "invalid-utf-8",
    "i_string_invalid_utf-8.json": "invalid-utf-8",
    "i_string_iso_latin_1.json": "invalid-utf-8",
    "i_string_lone_utf8_continuation_byte.json": "invalid-utf-8",
    "i_string_not_in_unicode_range.json": "invalid-utf-8",
    "i_string_overlong_sequence_2_bytes.json": "invalid-utf-8",
    "i_string_overlong_sequence_6_bytes.json": "invalid-utf-8",
    "i_string_overlong_sequence_6_bytes_null.json": "invalid-utf-8",
    "i_string_truncated-utf-8.json": "invalid-utf-8",
    "string_1_invalid_codepoint.json": "invalid-utf-8",
    "string_2_invalid_codepoints.json": "invalid-utf-8",
    "string_3_invalid_codepoints.json": "invalid-utf-8",
    "i_string_UTF-16LE_with_BOM.json": "not-utf-8",
    "i_string_utf16BE_no_BOM.json": "not-utf-8",
    "i_string_utf16LE_no_BOM.json": "not-utf-8",
    "i_structure_UTF-8_BOM_empty_object.json": "byte-order-mark",
  ]

  @Test(arguments: ["test_parsing", "test_transform"])
  func `every file is accepted or refused as it must be, or as we say`(_ index: String) throws {
    for row in try Self.rows(of: index) {
      let file = try row.requiredText("file")
      let text = try Self.bytes(row, in: index)
      let outcome = Result { try JSON(parsing: text) }
      switch (row.text("expect"), outcome) {
      case ("accept", .success): continue
      case ("reject", .failure): continue
      case ("either", .success):
        #expect(Self.acceptedByChoice.contains(file), "\(file) is accepted")
      case ("either", .failure(let error)):
        let code = (error as? JSONParsingError)?.code.rawValue
        #expect(code == Self.refusedByChoice[file], "\(file): \(error)")
      case (let expectation, _):
        Issue.record("\(file): \(expectation ?? "no expectation"), but \(outcome)")
      }
    }
  }

  @Test(arguments: ["test_parsing", "test_transform"])
  func `every accepted file is kept byte for byte and read as the model reads it`(
    _ index: String
  ) throws {
    for row in try Self.rows(of: index) {
      let text = try Self.bytes(row, in: index)
      guard let json = try? JSON(parsing: text) else { continue }
      let model = try ModelJSON(parsing: text)
      #expect(json.serialized() == text)
      #expect(TextBytes(ModelJSON(json).compactText) == TextBytes(model.compactText))
      for format in [JSON.Format.compact, .pretty(), .compact.sortingMembers] {
        #expect(try JSON(parsing: json.serialized(as: format)) == json)
      }
    }
  }

  @Test func `every file of either kind has a stated answer, and no answer is left over`() throws {
    let either = try ["test_parsing", "test_transform"].flatMap(Self.rows(of:))
      .filter { $0.text("expect") == "either" }.compactMap { $0.text("file") }
    #expect(Set(either) == Self.acceptedByChoice.union(Self.refusedByChoice.keys))
  }

  @Test func `no file of the suite is missing`() throws {
    #expect(try Self.rows(of: "test_parsing").count == 318)
    #expect(try Self.rows(of: "test_transform").count == 22)
  }
}
