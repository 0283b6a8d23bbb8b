internal import JSONTypes

extension DifferencePlanner {
  /// Finds out what identifies each element of two arrays.
  mutating func addKeys(to pairing: inout ElementPairing) {
    let identities = options.arrayIdentity.filter { identity in
      identity.arrays.map { isLocation(matching: $0) } ?? true
    }
    guard !identities.isEmpty else { return }
    let (olds, news) = (pairing.ranges.old, pairing.ranges.new)
    pairing.oldKeys = keys(
      of: elements[olds.lowerBound + pairing.oldOrigin..<olds.upperBound + pairing.oldOrigin],
      in: old.tree, identities)
    pairing.newKeys = keys(
      of: elements[news.lowerBound + pairing.newOrigin..<news.upperBound + pairing.newOrigin],
      in: new.tree, identities)
  }

  private func keys(
    of elements: ArraySlice<NodeRef>, in tree: Tree,
    _ identities: [JSONPatch.DifferenceOptions.ArrayIdentity]
  ) -> ContiguousArray<ElementClasses.Key> {
    ContiguousArray(
      elements.map { element in
        let object = JSON(tree.storage, element).object
        for identity in identities {
          if let value = object?[identity.member] {
            return ElementClasses.Key(value: value.ref, isIdentity: true)
          }
        }
        return ElementClasses.Key(value: element, isIdentity: false)
      })
  }

  /// Whether two elements may be one and the same: elements that nothing identifies always may.
  mutating func haveSameIdentity(
    _ first: Int, _ second: Int, of pairing: ElementPairing
  ) -> Bool {
    let one = pairing.oldKeys[first - pairing.ranges.old.lowerBound]
    let other = pairing.newKeys[second - pairing.ranges.new.lowerBound]
    guard one.isIdentity || other.isIdentity else { return true }
    return one.isIdentity == other.isIdentity && areEqual(one.value, other.value)
  }

  private func isLocation(matching pattern: JSONPointer.Pattern) -> Bool {
    guard pattern.tokens.count == location.count else { return false }
    return zip(pattern.tokens, location).allSatisfy { token, step in
      guard let token else { return true }
      return switch step {
      case .name(let name):
        old.tree.string(of: old.tree[name]).utf8.elementsEqual(token)
      case .index(let index): String(index).utf8.elementsEqual(token)
      }
    }
  }
}
