import JSONTypes
import Testing

@testable import PatchCommand

struct ChangeTreeTests {
  static func tree(_ old: JSON, _ new: JSON, columns: Int = 80) -> [String] {
    let styling = Styling(usesColor: false, symbols: .unicode, columns: columns)
    return ChangeTree(from: old, to: new, values: ValueText(styling: styling, isFull: false)).lines
  }

  @Test func `members that did not change are counted where they are`() {
    let old: JSON = ["a": 1, "b": 2, "c": 3, "d": 4, "e": 5]
    let new: JSON = ["a": 1, "b": 2, "c": 9, "e": 5, "f": 6]
    #expect(
      Self.tree(old, new) == [
        "    {",
        "      # 2 unchanged",
        #"  ~   "c": 3 → 9,"#,
        #"  -   "d": 4"#,
        "      # 1 unchanged",
        #"  +   "f": 6"#,
        "    }",
      ])
  }

  @Test func `nested containers are opened only where something changed`() {
    let old: JSON = ["a": ["x": [1, 2]], "b": ["y": [1]]]
    let new: JSON = ["a": ["x": [1, 2]], "b": ["y": [1, 2]]]
    #expect(
      Self.tree(old, new) == [
        "    {",
        "      # 1 unchanged",
        #"      "b": {"#,
        #"        "y": ["#,
        "          # 1 unchanged",
        "  +       2",
        "        ]",
        "      }",
        "    }",
      ])
  }

  @Test(
    arguments: [
      ([1, 2, 3], [1, 9, 3], ["      # 1 unchanged", "  ~   2 → 9,", "      # 1 unchanged"]),
      ([1, 2, 3], [2, 3], ["  -   1", "      # 2 unchanged"]),
      ([2, 3], [1, 2, 3], ["  +   1,", "      # 2 unchanged"]),
      (
        [1, 2, 3, 4], [0, 1, 3, 4, 5],
        ["  +   0,", "      # 1 unchanged", "  -   2", "      # 2 unchanged", "  +   5"]
      ),
      ([1, 1, 1], [1, 1], ["      # 2 unchanged", "  -   1"]),
      ([], [1], ["  +   1"]),
      ([1], [], ["  -   1"]),
      (
        [[1, 2], 3], [[1], 3],
        ["      [", "        # 1 unchanged", "  -     2", "      ],", "      # 1 unchanged"]
      ),
    ] as [(JSON, JSON, [String])])
  func `elements are matched by value`(old: JSON, new: JSON, inner: [String]) {
    #expect(Self.tree(old, new) == ["    ["] + inner + ["    ]"])
  }

  @Test func `a change of kind is shown on one line`() {
    #expect(Self.tree(1, "x") == [#"  ~ 1 → "x""#])
    #expect(Self.tree([:], []) == ["  ~ {} → []"])
    #expect(Self.tree(["a": []], ["a": nil]) == ["    {", #"  ~   "a": [] → null"#, "    }"])
  }

  @Test func `long values are shortened to the line`() {
    let long = JSON(String(repeating: "abcdefghij", count: 50))
    let other = JSON(String(repeating: "0123456789", count: 60))
    for columns in [60, 80, 120] {
      for lines in [
        Self.tree(["name": long], ["name": other], columns: columns),
        Self.tree(["name": long], [:], columns: columns),
        Self.tree(["a": 1, "name": 1], ["a": other, "name": 1], columns: columns),
      ] {
        #expect(lines.allSatisfy { $0.count <= columns }, "\(lines)")
        #expect(lines.joined().contains("…"))
        #expect(lines.joined().contains("00 characters)"))
      }
    }
  }

  @Test func `depth and length have bounds`() {
    var old: JSON = 1
    var new: JSON = 2
    for _ in 0..<1000 { (old, new) = ([old], [new]) }
    let lines = Self.tree(old, new)
    #expect(lines.count == 66)
    let many = JSON((0..<5000).map { JSON($0) })
    let others = JSON((0..<5000).map { JSON($0 % 2 == 0 ? $0 : -$0) })
    #expect(Self.tree(many, others).count == 2500 + 2500 + 2)
  }

  @Test func `every tree accounts for every child`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let old = (0..<Int.random(in: 0...12, using: &generator))
        .map { _ in JSON(Int.random(in: 0...4, using: &generator)) }
      let new = (0..<Int.random(in: 0...12, using: &generator))
        .map { _ in JSON(Int.random(in: 0...4, using: &generator)) }
      guard old != new else { continue }
      let lines = Self.tree(JSON(old), JSON(new))
      let added = lines.count { $0.hasPrefix("  +") }
      let removed = lines.count { $0.hasPrefix("  -") }
      let changed = lines.count { $0.hasPrefix("  ~") }
      let unchanged = lines.filter { $0.contains("# ") }
        .reduce(0) { $0 + (Int($1.split(separator: " ")[1]) ?? 0) }
      #expect(removed + changed + unchanged == old.count, "\(old) \(new)")
      #expect(added + changed + unchanged == new.count, "\(old) \(new)")
    }
  }
}
