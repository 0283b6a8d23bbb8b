/// A list of flag summaries of any size, with a patch of four operations in its middle and at its
/// end, and the result, which is known without patching.
struct GrowingList {
  private(set) var document: [UInt8] = []
  private(set) var result: [UInt8] = []
  let patch: Tree

  /// - Parameter size: How many bytes the document takes, give or take a summary.
  init(size: Int) {
    let summaries = Self.summaries
    let texts = summaries.map { $0.json() }
    var count = 0
    var bytes = Self.opening.count + Self.closing.count
    while bytes * 10 < size * 9 || count == 0 {
      bytes += texts[count % texts.count].count + 1
      count += 1
    }
    let middle = count / 2
    let last = count - 1
    let version = summaries[middle % summaries.count]["version"] ?? nil
    patch = [
      ["op": "test", "path": .string("/items/\(middle)/version"), "value": version],
      ["op": "replace", "path": .string("/items/\(middle)/name"), "value": Self.newName],
      ["op": "replace", "path": .string("/items/\(last)/on"), "value": nil],
      ["op": "add", "path": "/items/-", "value": Self.addition],
    ]
    document.reserveCapacity(bytes)
    document += Self.opening
    result.reserveCapacity(bytes + 200)
    result += Self.opening
    for number in 0..<count {
      let place = number % texts.count
      var summary = summaries[place]
      if number == middle { summary.set("name", to: Self.newName) }
      if number == last { summary.set("on", to: nil) }
      document += texts[place]
      document += number == last ? [] : Self.comma
      result += number == middle || number == last ? summary.json() : texts[place]
      result += Self.comma
    }
    document += Self.closing
    result += Self.addition.json() + Self.closing
  }

  private static let opening = Array("{\"items\":[".utf8)
  private static let closing = Array("]}".utf8)
  private static let comma = Array(",".utf8)
  private static let newName: Tree = "renamed"
  private static let addition: Tree = ["key": "new", "on": false]

  /// The first one is short, for a document of 100 bytes.
  private static let summaries: [Tree] = {
    var random = Randomness(seed: 100)
    return (0..<500).map { number in
      [
        "key": .string(random.words(2, joinedBy: "-") + "-\(number)"),
        "name": .string(number == 0 ? "first" : random.sentence()),
        "on": .bool(random.chance(0.5)),
        "version": .number(random.within(1...400)),
        "tags": .strings(
          random.sample(number == 0 ? 1 : random.within(1...4), of: Vocabulary.words)),
      ]
    }
  }()
}

extension Tree {
  /// Replaces the value of a member that is there.
  fileprivate mutating func set(_ name: String, to value: Tree) {
    self = .object(
      members.map { $0.isNamed(name) ? Member(name: $0.name, value: value) : $0 })
  }
}
