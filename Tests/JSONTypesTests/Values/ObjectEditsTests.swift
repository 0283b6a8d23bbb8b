import TestSupport
import Testing

@testable import JSONTypes

/// The members that were added to an object, looked up after additions, removals and what takes them back.
struct ObjectEditsTests {
  /// What takes back a step.
  private enum Undo {
    case removeLast
    case setValue(NodeRef, at: Int)
  }

  @Test func `a member is found whatever was added, removed and taken back before`() {
    let counterexample = Property.counterexample(trials: 300) { generator in
      var edits = ObjectEdits(count: 0)
      var journal: [Undo] = []
      // Names share their hashes, so that most searches pass by other members.
      func hash(_ name: Int) -> UInt32 { UInt32(name % 7) * 3 }
      func position(of name: Int) -> Int? {
        edits.first(hash: hash(name)) { $0 == NodeRef(added: name) }?.0
      }
      for step in 0..<200 {
        let name = generator.below(40)
        if generator.oneIn(20) {
          while !journal.isEmpty, !generator.oneIn(30) {
            switch journal.removeLast() {
            case .removeLast: edits.removeLast()
            case .setValue(let value, let position): edits.setValue(value, at: position)
            }
          }
        } else if let position = position(of: name) {
          journal.append(.setValue(edits.members[position].value, at: position))
          edits.setValue(generator.oneIn(2) ? .none : NodeRef(added: 100 + step), at: position)
        } else {
          edits.append(
            .init(name: NodeRef(added: name), value: NodeRef(added: 100 + step), hash: hash(name)))
          journal.append(.removeLast)
        }
        for name in 0..<40 {
          let expected = edits.members.firstIndex {
            $0.name == NodeRef(added: name) && $0.value != .none
          }
          guard position(of: name) == expected else { return "step \(step) loses \(name)" }
        }
      }
      return nil
    }
    #expect(counterexample == nil)
  }
}
