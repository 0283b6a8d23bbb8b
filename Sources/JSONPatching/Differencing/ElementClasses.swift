internal import JSONTypes

/// Two sequences of numbers.
struct NumberSequences: ComparedSequences {
  let first: ContiguousArray<Int32>
  let second: ContiguousArray<Int32>

  var firstCount: Int { first.count }
  var secondCount: Int { second.count }

  func areSame(_ one: Int, _ other: Int) -> Bool { first[one] == second[other] }
}

/// Numbers for the elements of two arrays: equal elements have the same number.
///
/// Numbers are given in the order of first appearance, so that nothing depends on the hashes.
struct ElementClasses {
  private(set) var old: ContiguousArray<Int32> = []
  private(set) var new: ContiguousArray<Int32> = []
  /// How many numbers were given.
  private var count = 0

  /// What is compared of an element: itself, or the value that identifies it.
  struct Key {
    var value: NodeRef
    var isIdentity: Bool
  }

  private struct Entry {
    var hash: UInt64
    var key: Key
    var isOld: Bool
  }

  private var entries: ContiguousArray<Entry> = []
  private var slots: ContiguousArray<Int32>

  /// Classifies the elements with these keys.
  init(
    old oldKeys: ContiguousArray<Key>, new newKeys: ContiguousArray<Key>,
    _ planner: inout DifferencePlanner
  ) {
    var capacity = 64
    while capacity < (oldKeys.count + newKeys.count) * 2 { capacity *= 2 }
    slots = ContiguousArray(repeating: 0, count: capacity)
    old.reserveCapacity(oldKeys.count)
    new.reserveCapacity(newKeys.count)
    for key in oldKeys {
      let hash = planner.old.hash(of: key.value)
      old.append(number(of: Entry(hash: hash, key: key, isOld: true), planner))
    }
    for key in newKeys {
      let hash = planner.new.hash(of: key.value)
      new.append(number(of: Entry(hash: hash, key: key, isOld: false), planner))
    }
    count = entries.count
    slots = []
    entries = []
  }

  /// The elements that are the same on both sides, in the same order.
  var matches: ContiguousArray<ElementMatch> {
    // What has no counterpart cannot be matched and only costs time.
    let first = shared(old, with: new)
    let second = shared(new, with: old)
    var matches = ShortestEdit(of: NumberSequences(first: first.numbers, second: second.numbers))
      .matches
    for position in matches.indices {
      matches[position].first = first.indices[matches[position].first]
      matches[position].second = second.indices[matches[position].second]
    }
    return matches
  }

  private func shared(
    _ numbers: ContiguousArray<Int32>, with others: ContiguousArray<Int32>
  ) -> (numbers: ContiguousArray<Int32>, indices: ContiguousArray<Int>) {
    // Numbers begin with 1.
    var occurs = ContiguousArray(repeating: false, count: count + 1)
    for other in others { occurs[Int(other)] = true }
    var kept: ContiguousArray<Int32> = []
    var indices: ContiguousArray<Int> = []
    for (index, number) in numbers.enumerated() where occurs[Int(number)] {
      kept.append(number)
      indices.append(index)
    }
    return (kept, indices)
  }

  private mutating func number(of entry: Entry, _ planner: DifferencePlanner) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: entry.hash >> 1) & mask
    while slots[slot] != 0 {
      let known = entries[Int(slots[slot]) - 1]
      if known.hash == entry.hash, known.key.isIdentity == entry.key.isIdentity,
        planner.tree(isOld: known.isOld).isEqual(
          known.key.value, to: entry.key.value, of: planner.tree(isOld: entry.isOld))
      {
        return slots[slot]
      }
      slot = (slot + 1) & mask
    }
    entries.append(entry)
    slots[slot] = Int32(truncatingIfNeeded: entries.count)
    return slots[slot]
  }
}

extension DifferencePlanner {
  fileprivate func tree(isOld: Bool) -> Tree { isOld ? old.tree : new.tree }
}
