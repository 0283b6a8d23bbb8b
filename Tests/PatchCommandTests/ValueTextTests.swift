import JSONTypes
import PatchProfiles
import Testing

@testable import PatchCommand

struct ValueTextTests {
  @Test(
    arguments: [
      (1, 10, "1"),
      ("abc", 5, "\"abc\""),
      (JSON(String(repeating: "x", count: 100)), 40, "\"xxxxxxxxxxxxxx…xxxxxx\" (100 characters)"),
      (JSON((0..<100).map { JSON($0) }), 40, "[0,1,2,3,4,5,6,7…7,98,99] (100 elements)"),
      (JSON(String(repeating: "日", count: 50)), 40, "\"日日日日日日日…日日日\" (50 characters)"),
    ] as [(JSON, Int, String)])
  func `values are shortened in the middle`(value: JSON, columns: Int, text: String) {
    let shortened = ValueText(styling: .plain, isFull: false).text(of: value, columns: columns)
    #expect(shortened == text)
    #expect(shortened.columns <= columns)
    #expect(
      ValueText(styling: .plain, isFull: true).text(of: value, columns: columns)
        == value.description)
  }

  @Test func `secrets are marked wherever they are`() {
    let document: JSON = ["config": ["key": "s3cret", "url": "u"], "list": [["key": "x"]]]
    let places: [JSONPointer] = ["/config/key", "/list/0/key", "/absent"]
    let redacted = Redaction(Secrets()).redact(document, at: .root, places: places)
    #expect(
      redacted == [
        "config": ["key": "(sensitive)", "url": "u"], "list": [["key": "(sensitive)"]],
      ])
    let changed = Redaction(Secrets()).redact(
      ["key": "other", "url": "u"], at: "/config", places: places,
      comparedTo: ["key": "s3cret", "url": "u"])
    #expect(changed == ["key": "(sensitive, changed)", "url": "u"])
    #expect(Redaction(Secrets()).redact("s", at: "/config/key", places: places) == "(sensitive)")
    #expect(
      Redaction(Secrets()).redact("s", at: "/config/key/deep", places: places) == "(sensitive)")
    #expect(Redaction(Secrets()).redact("s", at: "/config/keys", places: places) == "s")
  }
}
