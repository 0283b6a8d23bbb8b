import TestSupport
import Testing

@testable import JSONTypes

/// The map from nodes that edits stand in, with a dictionary as the referee.
struct NodeMapTests {
  @Test(arguments: [6, 12, 400])
  func `a map has what a dictionary has`(keys: Int) {
    let counterexample = Property.counterexample(trials: 100) { generator in
      var map = NodeMap()
      var model: [UInt32: UInt32] = [:]
      for step in 0..<UInt32(4 * keys) {
        // Some are nodes of the text and some were added.
        let index = generator.below(keys)
        let ref = generator.oneIn(2) ? NodeRef(parsed: index) : NodeRef(added: index)
        if generator.oneIn(3) {
          map.removeValue(for: ref)
          model[ref.rawValue] = nil
        } else if map.updateValue(step, for: ref) != model.updateValue(step, forKey: ref.rawValue) {
          return "step \(step) finds another value for \(ref.rawValue)"
        }
        guard map.count == model.count else { return "step \(step) leaves \(map.count) entries" }
      }
      for index in 0..<keys {
        for ref in [NodeRef(parsed: index), NodeRef(added: index)]
        where map[ref] != model[ref.rawValue] { return "\(ref.rawValue) is another one" }
      }
      var seen: Set<UInt32> = []
      map.forEachEntry { ref, _ in seen.insert(ref.rawValue) }
      return seen == Set(model.keys) ? nil : "the keys are \(seen)"
    }
    #expect(counterexample == nil)
  }
}
