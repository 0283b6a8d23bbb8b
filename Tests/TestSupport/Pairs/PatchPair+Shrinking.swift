extension PatchPair {
  /// Returns the pair with as few of its first operations as a claim holds for.
  public func cut(where holds: (PatchPair) throws -> Bool) rethrows -> PatchPair {
    let operations = patch.elements ?? []
    for count in operations.indices {
      let pair = PatchPair(document: document, patch: .array(Array(operations[..<count])))
      if try holds(pair) { return pair }
    }
    return self
  }

  /// Returns a pair for which a claim holds as it does for this one, and for none that is a step
  /// smaller.
  public func shrunk(while holds: (PatchPair) throws -> Bool) rethrows -> PatchPair {
    var pair = try alone(while: holds)
    while let smaller = try pair.steps.first(where: { try $0.weight < pair.weight && holds($0) }) {
      pair = smaller
    }
    return pair
  }

  /// The last operation on what those before it leave, if the claim holds for that.
  private func alone(while holds: (PatchPair) throws -> Bool) rethrows -> PatchPair {
    guard let operations = patch.elements, let last = operations.last else { return self }
    var patcher = ReferencePatcher(document)
    for element in operations.dropLast() {
      guard let operation = try? ModelOperation(element),
        (try? patcher.perform(operation)) != nil
      else { return self }
    }
    let pair = PatchPair(document: patcher.document, patch: .array([last]))
    return try holds(pair) ? pair : self
  }

  /// How large the pair is, and how far from the plainest one of its size.
  private var weight: Weight {
    let text = document.compactText + patch.compactText
    return Weight(count: text.count, text: text.map { $0 == UInt8(ascii: "a") ? 0 : $0 })
  }

  private struct Weight: Comparable {
    var count: Int
    var text: [UInt8]

    static func < (left: Weight, right: Weight) -> Bool {
      left.count == right.count
        ? left.text.lexicographicallyPrecedes(right.text) : left.count < right.count
    }
  }

  /// Pairs that are a step simpler, those with less of everything first.
  private var steps: some Sequence<PatchPair> {
    let parts: [() -> [PatchPair]] = [
      { patchSteps }, { descents }, { shorterArrays }, { documentSteps }, { testSteps },
      { scalarSteps },
      { renamings }, { pointerSteps },
    ]
    return parts.lazy.flatMap { $0() }
  }

  private var documentSteps: [PatchPair] {
    document.smaller.map { PatchPair(document: $0, patch: patch) }
  }

  private var patchSteps: [PatchPair] {
    patch.smaller.map { PatchPair(document: document, patch: $0) }
  }

  /// A child of the document in its place, if all pointers lead there.
  private var descents: [PatchPair] {
    document.places().filter { $0.pointer.tokens.count == 1 }.compactMap { place in
      var leadsElsewhere = false
      let patch = patch.mappingPointers { pointer in
        leadsElsewhere = leadsElsewhere || !place.pointer.isPrefix(of: pointer)
        return ModelPointer(tokens: Array(pointer.tokens.dropFirst()))
      }
      return leadsElsewhere ? nil : PatchPair(document: place.value, patch: patch)
    }
  }

  /// An element less in an array, the pointers to those behind it adapted.
  private var shorterArrays: [PatchPair] {
    document.places().filter { $0.value.elements?.isEmpty == false }.compactMap { place in
      let depth = place.pointer.tokens.count
      let first = ModelPointer(tokens: place.pointer.tokens + [Array("0".utf8)])
      guard let document = document.changed(by: ModelOperation(.remove, first)) else { return nil }
      let patch = patch.mappingPointers { pointer in
        guard place.pointer.isPrefix(of: pointer), pointer.tokens.count > depth,
          let index = Int(String(decoding: pointer.tokens[depth], as: UTF8.self)), index > 0
        else { return pointer }
        var pointer = pointer
        pointer.tokens[depth] = Array("\(index - 1)".utf8)
        return pointer
      }
      return PatchPair(document: document, patch: patch)
    }
  }

  /// The same change to a value that is tested and to the document where it is: what is equal stays
  /// so.
  private var testSteps: [PatchPair] {
    let operations = patch.elements ?? []
    return operations.indices.flatMap { index -> [PatchPair] in
      guard let operation = try? ModelOperation(operations[index]),
        case .test(let value) = operation.kind
      else { return [] }
      let kinds: [ModelOperation.Kind] = [.remove, .replace(.null), .replace(.number("0"))]
      return value.places().flatMap { place in
        let there = ModelPointer(tokens: operation.path.tokens + place.pointer.tokens)
        var inner = operations
        inner[index] = ModelOperation(.test(place.value), there).json
        let descent = PatchPair(document: document, patch: .array(inner))
        return [descent]
          + kinds.compactMap { kind in
            guard let smaller = value.changed(by: ModelOperation(kind, place.pointer)),
              let document = document.changed(by: ModelOperation(kind, there))
            else { return nil }
            var changed = operations
            changed[index] = operations[index].setting("value", to: smaller)
            return PatchPair(document: document, patch: .array(changed))
          }
      }
    }
  }

  /// A plain value for all that are spelled like one in the document.
  private var scalarSteps: [PatchPair] {
    let scalars = document.places().map(\.value).filter { $0.elements == nil && $0.members == nil }
    return scalars.flatMap { scalar in
      [.null, .number("0")].map { (plain: ModelJSON) in
        PatchPair(
          document: document.replacing(scalar, by: plain),
          patch: patch.mappingValues { $0.replacing(scalar, by: plain) })
      }
    }
  }

  /// Plain names for those of members.
  private var renamings: [PatchPair] {
    let names = Set(document.places().flatMap(\.pointer.tokens))
    return names.flatMap { name in
      ["a", "b", "c", "d"].map { Array($0.utf8) }.filter { !names.contains($0) }.prefix(1).map {
        plain in
        let patch = patch.mappingPointers { pointer in
          ModelPointer(tokens: pointer.tokens.map { $0 == name ? plain : $0 })
        }
        return PatchPair(
          document: document.renaming(name, to: plain),
          patch: patch.mappingValues { $0.renaming(name, to: plain) })
      }
    }
  }

  /// Plain tokens for those of pointers, and a token less.
  private var pointerSteps: [PatchPair] {
    let operations = patch.elements ?? []
    return operations.indices.flatMap { index in
      ModelJSON.pointerNames.flatMap { name in
        (operations[index].pointer(name)?.plainer ?? []).map { pointer in
          var changed = operations
          changed[index] = operations[index].setting(name, to: ModelJSON(pointer.text))
          return PatchPair(document: document, patch: .array(changed))
        }
      }
    }
  }
}

extension ModelPointer {
  /// The pointer with a token less, or with a plain one.
  fileprivate var plainer: [ModelPointer] {
    let shorter = tokens.indices.map { index in
      var rest = tokens
      rest.remove(at: index)
      return ModelPointer(tokens: rest)
    }
    let plain = tokens.indices.flatMap { index in
      ["a", "0", "1"].map { token in
        var changed = tokens
        changed[index] = Array(token.utf8)
        return ModelPointer(tokens: changed)
      }
    }
    return shorter + plain
  }
}

extension ModelJSON {
  /// Values that are a step smaller than this one: less instead of it, or a part of it smaller.
  fileprivate var smaller: [ModelJSON] {
    switch self {
    case .null: []
    case .bool, .number, .string:
      [.null, .number("0"), .number("1"), ModelJSON(""), ModelJSON("a")]
    case .array(let elements):
      [.number("0"), .array([])] + elements
        + elements.indices.map { index in
          var rest = elements
          rest.remove(at: index)
          return .array(rest)
        }
        + elements.indices.flatMap { index in
          elements[index].smaller.map { value in
            var changed = elements
            changed[index] = value
            return .array(changed)
          }
        }
    case .object(let members):
      [.number("0"), .object([])] + members.map(\.value)
        + members.indices.map { index in
          var rest = members
          rest.remove(at: index)
          return .object(rest)
        }
        + members.indices.flatMap { index in
          members[index].value.smaller.map { value in
            var changed = members
            changed[index].value = value
            return .object(changed)
          }
        }
    }
  }

  /// The value after an operation; `nil` if that fails.
  fileprivate func changed(by operation: ModelOperation) -> ModelJSON? {
    var patcher = ReferencePatcher(self)
    guard (try? patcher.perform(operation)) != nil else { return nil }
    return patcher.document
  }

  fileprivate func replacing(_ scalar: ModelJSON, by other: ModelJSON) -> ModelJSON {
    switch self {
    case .null, .bool, .number, .string: compactText == scalar.compactText ? other : self
    case .array(let elements): .array(elements.map { $0.replacing(scalar, by: other) })
    case .object(let members):
      .object(
        members.map { Member(name: $0.name, value: $0.value.replacing(scalar, by: other)) })
    }
  }

  fileprivate func renaming(_ name: [UInt8], to other: [UInt8]) -> ModelJSON {
    switch self {
    case .null, .bool, .number, .string: self
    case .array(let elements): .array(elements.map { $0.renaming(name, to: other) })
    case .object(let members):
      .object(
        members.map { member in
          Member(
            name: member.name == name ? other : member.name,
            value: member.value.renaming(name, to: other))
        })
    }
  }

  /// The patch with every value changed.
  fileprivate func mappingValues(_ transform: (ModelJSON) -> ModelJSON) -> ModelJSON {
    guard let elements else { return self }
    return .array(
      elements.map { operation in
        operation["value"].map { operation.setting("value", to: transform($0)) } ?? operation
      })
  }

  /// The patch with every pointer changed that can be read.
  fileprivate func mappingPointers(_ transform: (ModelPointer) -> ModelPointer) -> ModelJSON {
    guard let elements else { return self }
    return .array(
      elements.map { operation in
        Self.pointerNames.reduce(operation) { operation, name in
          operation.pointer(name).map {
            operation.setting(name, to: ModelJSON(transform($0).text))
          } ?? operation
        }
      })
  }
}
