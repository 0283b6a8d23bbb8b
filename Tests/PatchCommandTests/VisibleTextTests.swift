import JSONPatching
import Testing

@testable import PatchCommand

struct VisibleTextTests {
  @Test(arguments: [
    ("plain, é, 日本, 👩, ❤\u{FE0F}, e\u{301}", "plain, é, 日本, 👩, ❤\u{FE0F}, e\u{301}"),
    ("\u{1B}[2J", #"\u001b[2J"#),
    ("a\nb\tc\r", #"a\u000ab\u0009c\u000d"#),
    ("\u{7F}\u{80}\u{9B}31m\u{9F}\u{A0}", "\\u007f\\u0080\\u009b31m\\u009f\u{A0}"),
    ("\u{202E}abc\u{202C}", #"\u202eabc\u202c"#),
    ("\u{2066}\u{2069}\u{200E}\u{200F}\u{61C}", #"\u2066\u2069\u200e\u200f\u061c"#),
    ("\u{2028}\u{2029}\u{FEFF}", #"\u2028\u2029\ufeff"#),
    ("a\u{200B}b\u{200C}c\u{200D}d\u{2060}", #"a\u200bb\u200cc\u200dd\u2060"#),
    ("\u{AD}\u{180E}\u{3164}\u{34F}", #"\u00ad\u180e\u3164\u034f"#),
    ("\u{E0041}\u{E0100}", #"\udb40\udc41\udb40\udd00"#),
  ])
  func `controls are spelled out and nothing else`(text: String, visible: String) {
    #expect(text.visible.utf8.elementsEqual(visible.utf8))
    #expect(text.visible.visible == text.visible)
  }

  /// Every scalar that must not reach a terminal.
  static let hostile: [Unicode.Scalar] = (0...0xE_0FFF).compactMap(Unicode.Scalar.init)
    .filter(\.isInvisibleControl)

  @Test func `a JSON text keeps its meaning when its controls are escaped`() throws {
    #expect(Self.hostile.count > 32 + 33 + 4096)
    for scalar in Self.hostile {
      let value = JSON("a\(scalar)b")
      let bytes = value.serialized(as: .compact).visibleJSON
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.unicodeScalars.contains { $0.isInvisibleControl }, "U+\(scalar.value)")
      #expect(try JSON(parsing: bytes) == value)
    }
    let layout = Array("{\n\t\"é\": [1,\r\n 2]}".utf8)
    #expect(layout.visibleJSON == layout)
  }

  @Test func `no verb lets a control of the data through to a terminal`() throws {
    let folder = try TemporaryFolder()
    let evil = Self.hostile.map(String.init).joined() + "\u{1B}[31m\u{202E}"
    let list: JSON = [JSON(evil), 1]
    let document = JSON(members: [(evil, JSON(evil)), ("a", list)] as [(String, JSON)])
    let name = JSONPointer(tokens: [evil]).description
    let good: JSON = [
      ["op": "replace", "path": JSON(name), "value": JSON(evil + "x")],
      ["op": "add", "path": "/a/-", "value": JSON(evil)],
      ["op": "test", "path": "/a/0", "value": JSON(evil)],
    ]
    let unused = JSON(members: [("op", "remove"), ("path", "/a/0"), (evil, 1)] as [(String, JSON)])
    let bad: JSON = [
      ["op": "replace", "path": JSON(name + "/" + evil), "value": JSON(evil)],
      ["op": JSON(evil), "path": JSON(evil), "value": 1],
      ["op": "test", "path": "/a/1", "value": JSON(evil)],
      unused,
    ]
    try folder.write(document.serialized(as: .compact), to: "doc.json")
    try folder.write(good.serialized(as: .compact), to: "good.json")
    try folder.write(bad.serialized(as: .compact), to: "bad.json")
    try folder.write("{" + evil, to: "broken.json")
    try folder.write(good.serialized(as: .compact), to: "\u{1B}[2J.json")

    var session = Session(
      terminal: Terminal(isInput: false, isOutput: true, isError: true), folder: folder.path)
    session.environment = ["NO_COLOR": "1"]
    let lines: [[String]] = [
      ["preview", "good.json", "--on", "doc.json"],
      ["preview", "\u{1B}[2J.json", "--on", "doc.json"],
      ["preview", "bad.json", "--on", "doc.json"],
      ["preview", "good.json", "--on", "doc.json", "-o", "json"],
      ["preview", "good.json", "--on", "doc.json", "--profile", "integration-configuration"],
      ["preview", "broken.json", "--on", "doc.json"],
      ["preview", "good.json", "--on", "broken.json"],
      ["apply", "good.json", "--on", "doc.json"],
      ["apply", "bad.json", "--on", "doc.json"],
      ["apply", "good.json", "--on", "doc.json", "--indent", "2"],
      ["validate", "bad.json", "--on", "doc.json"],
      ["validate", "bad.json", "--on", "doc.json", "-o", "json"],
      ["validate", "bad.json", "--profile", "flag-import-configuration"],
      ["validate", "broken.json", "\u{1B}[2J.json"],
      ["validate", evil],
      ["get", "/a", "--on", "doc.json"],
      ["get", "/" + evil + "x", "--on", "doc.json"],
      ["get", evil, "--on", "doc.json"],
      ["profile", "show", evil],
      ["profile", "explain", "integration-configuration", "/" + evil],
      ["help", evil], [evil], ["get", "--" + evil], ["get", "-" + evil],
      ["get", "/a", "--on", "doc.json", "--color", evil],
    ]
    for line in lines {
      let result = session.run(line)
      let text = result.text + result.error
      #expect(!text.isEmpty)
      let controls = text.unicodeScalars.filter { $0 != "\n" && $0.isInvisibleControl }
      #expect(controls.isEmpty, "\(line.joined(separator: " ").visible): \(controls)")
    }
  }
}
