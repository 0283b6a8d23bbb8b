extension ModelOperation {
  /// Returns random operations for a document: most of them succeed after the ones before them,
  /// some point nowhere.
  public static func randomPatch(
    for document: ModelJSON, length: Int, using generator: inout some ChoiceSource
  ) -> [ModelOperation] {
    var patcher = ReferencePatcher(document)
    return (0..<length).map { _ in
      let operation = random(for: patcher.document, using: &generator)
      // One that fails leaves the patcher as it was, and the patch gets its failure.
      try? patcher.perform(operation)
      return operation
    }
  }

  /// Returns random operations that all succeed, one after the other.
  public static func randomGoodPatch(
    for document: ModelJSON, length: Int, using generator: inout some ChoiceSource
  ) -> [ModelOperation] {
    var patcher = ReferencePatcher(document)
    var operations: [ModelOperation] = []
    for _ in 0..<(length * 20) where operations.count < length {
      let operation = random(for: patcher.document, using: &generator)
      if (try? patcher.perform(operation)) != nil { operations.append(operation) }
    }
    return operations
  }

  private static func random(
    for document: ModelJSON, using generator: inout some ChoiceSource
  ) -> ModelOperation {
    let shape = ModelJSON.Shape(depth: 2, width: 3)
    let places = document.places()
    let place = generator.pick(places)
    switch generator.below(14) {
    case 0...4:
      let value = ModelJSON.random(shape: shape, using: &generator)
      return ModelOperation(.add(value), target(in: places, &generator))
    case 5, 6: return ModelOperation(.remove, mangled(place.pointer, &generator))
    case 7, 8:
      let value = ModelJSON.random(shape: shape, using: &generator)
      return ModelOperation(.replace(value), mangled(place.pointer, &generator))
    case 9, 10: return ModelOperation(.move(place.pointer), target(in: places, &generator))
    case 11: return ModelOperation(.copy(place.pointer), target(in: places, &generator))
    default:
      let value =
        generator.oneIn(12)
        ? ModelJSON.random(shape: shape, using: &generator)
        : place.value.respelled(using: &generator)
      return ModelOperation(.test(value), mangled(place.pointer, &generator))
    }
  }

  /// A place where something can be added: an old or new child of a container, or, now and then,
  /// anything that is there.
  private static func target(
    in places: [ModelJSON.Place], _ generator: inout some ChoiceSource
  ) -> ModelPointer {
    let containers = places.filter { $0.value.elements != nil || $0.value.members != nil }
    if containers.isEmpty || generator.oneIn(20) {
      return mangled(generator.pick(places).pointer, &generator)
    }
    let container = generator.pick(containers)
    var pointer = container.pointer
    if let elements = container.value.elements {
      let index = generator.below(elements.count + 1)
      pointer.tokens.append(Array((generator.oneIn(4) ? "-" : "\(index)").utf8))
    } else {
      pointer.tokens.append(ModelJSON.randomName(using: &generator))
    }
    return mangled(pointer, &generator)
  }

  /// Now and then breaks a pointer: another last token, one more, one less.
  private static func mangled(
    _ pointer: ModelPointer, _ generator: inout some ChoiceSource
  ) -> ModelPointer {
    guard generator.oneIn(25) else { return pointer }
    var pointer = pointer
    let token = Array(generator.pick(["-", "x", "01", "99", "", "~", "18446744073709551616"]).utf8)
    switch generator.below(3) {
    case 0: pointer.tokens.append(token)
    case 1 where !pointer.tokens.isEmpty: pointer.tokens[pointer.tokens.count - 1] = token
    default: pointer.tokens = pointer.tokens.dropLast()
    }
    return pointer
  }
}

extension ModelJSON {
  /// A value somewhere in a document.
  public struct Place: Sendable {
    /// Where it is.
    public var pointer: ModelPointer
    /// The value.
    public var value: ModelJSON
  }

  /// All values in this one with the pointers to them, this one first.
  public func places(under pointer: ModelPointer = ModelPointer(tokens: [])) -> [Place] {
    var result = [Place(pointer: pointer, value: self)]
    switch self {
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        let child = ModelPointer(tokens: pointer.tokens + [Array("\(index)".utf8)])
        result += element.places(under: child)
      }
    case .object:
      for member in withoutDuplicates.members ?? [] {
        result += member.value.places(under: ModelPointer(tokens: pointer.tokens + [member.name]))
      }
    default: break
    }
    return result
  }
}
