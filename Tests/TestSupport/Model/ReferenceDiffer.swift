/// The shortest difference without moves and copies, found by trying everything.
///
/// An object is compared member by member. Of an array all ways are tried to remove, insert, and pair elements from front
/// to back. Whatever takes more bytes than to replace the whole is replaced as a whole.
public struct ReferenceDiffer {
  private let old: [ModelJSON]
  private let new: [ModelJSON]
  private let pointer: ModelPointer
  /// What is known to be best for the rest of both arrays.
  private var best: [[[ModelOperation]?]]

  /// The operations that make one document of another one.
  public static func operations(
    from old: ModelJSON, to new: ModelJSON, at pointer: ModelPointer = ModelPointer(tokens: [])
  ) -> [ModelOperation] {
    if old == new { return [] }
    let whole = [ModelOperation(.replace(new), pointer)]
    switch (old, new) {
    case (.array(let before), .array(let after)):
      var differ = ReferenceDiffer(before, after, at: pointer)
      return shorter(differ.rest(after: 0, 0), whole)
    case (.object(let before), .object(let after)):
      return shorter(members(from: before, to: after, at: pointer), whole)
    default: return whole
    }
  }

  /// The bytes that operations take in a patch document, apart from its brackets.
  public static func size(of operations: [ModelOperation]) -> Int {
    operations.reduce(0) { $0 + $1.json.compactText.count + 1 }
  }

  private static func shorter(
    _ first: [ModelOperation], _ second: [ModelOperation]
  ) -> [ModelOperation] {
    size(of: first) < size(of: second) ? first : second
  }

  private static func members(
    from old: [ModelJSON.Member], to new: [ModelJSON.Member], at pointer: ModelPointer
  ) -> [ModelOperation] {
    func path(_ member: ModelJSON.Member) -> ModelPointer {
      ModelPointer(tokens: pointer.tokens + [member.name])
    }
    let edits = old.flatMap { member -> [ModelOperation] in
      guard let other = new.first(where: { $0.name == member.name }) else {
        return [ModelOperation(.remove, path(member))]
      }
      return operations(from: member.value, to: other.value, at: path(member))
    }
    let added = new.filter { member in !old.contains { $0.name == member.name } }
    return edits + added.map { ModelOperation(.add($0.value), path($0)) }
  }

  private init(_ old: [ModelJSON], _ new: [ModelJSON], at pointer: ModelPointer) {
    (self.old, self.new, self.pointer) = (old, new, pointer)
    best = Array(
      repeating: Array(repeating: nil, count: new.count + 1), count: old.count + 1)
  }

  /// The best for what follows some elements of both arrays; those of the new one are in their places.
  private mutating func rest(after first: Int, _ second: Int) -> [ModelOperation] {
    if let known = best[first][second] { return known }
    let place = ModelPointer(tokens: pointer.tokens + [Array("\(second)".utf8)])
    var ways: [[ModelOperation]] = []
    if first < old.count {
      ways.append([ModelOperation(.remove, place)] + rest(after: first + 1, second))
    }
    if second < new.count {
      ways.append(
        [ModelOperation(.add(new[second]), place)] + rest(after: first, second + 1))
    }
    if first < old.count, second < new.count {
      ways.append(
        Self.operations(from: old[first], to: new[second], at: place)
          + rest(after: first + 1, second + 1))
    }
    let found = ways.min { Self.size(of: $0) < Self.size(of: $1) } ?? []
    best[first][second] = found
    return found
  }
}
