public import JSONPatching

extension JSON {
  /// Builds a value in code, member by member: nothing of it has ever been a text.
  ///
  /// - Returns: `nil` if the model has two members of the same name in one object, which cannot be
  ///   built.
  public init?(_ model: ModelJSON) {
    switch model {
    case .null: self = .null
    case .bool(let value): self.init(value)
    case .number(let text):
      guard let number = Number(text) else { return nil }
      self.init(number)
    case .string(let bytes): self.init(String(decoding: bytes, as: UTF8.self))
    case .array(let elements):
      var built: [JSON] = []
      for element in elements {
        guard let value = JSON(element) else { return nil }
        built.append(value)
      }
      self.init(built)
    case .object(let members):
      if model.hasDuplicates { return nil }
      var built: [(String, JSON)] = []
      for member in members {
        guard let value = JSON(member.value) else { return nil }
        built.append((String(decoding: member.name, as: UTF8.self), value))
      }
      self.init(members: built)
    }
  }
}

extension ModelJSON {
  /// Reads a value of the engine through its accessors, and never through its text.
  public init(_ json: JSON) {
    switch json.kind {
    case .null: self = .null
    case .bool: self = .bool(json.bool ?? false)
    case .number: self = .number(json.number?.text ?? "no number")
    case .string: self = .string(Array((json.string ?? "no string").utf8))
    case .array: self = .array((json.array.map { Array($0) } ?? []).map { ModelJSON($0) })
    case .object:
      let members = json.object.map { Array($0) } ?? []
      self = .object(
        members.map { Member(name: Array($0.name.utf8), value: ModelJSON($0.value)) })
    }
  }
}

extension JSONPatch {
  /// Builds a patch in code from operations of the model.
  ///
  /// - Returns: `nil` if a value cannot be built.
  public init?(_ operations: [ModelOperation]) {
    var built: [Operation] = []
    for operation in operations {
      guard let operation = Operation(operation) else { return nil }
      built.append(operation)
    }
    self.init(built)
  }

  /// Builds a patch in code from a patch document of the model.
  ///
  /// - Returns: `nil` if an operation is malformed or a value cannot be built.
  public init?(_ model: ModelJSON) {
    guard let elements = model.elements else { return nil }
    var operations: [ModelOperation] = []
    for element in elements {
      guard let operation = try? ModelOperation(element) else { return nil }
      operations.append(operation)
    }
    self.init(operations)
  }
}

extension JSONPatch.Operation {
  fileprivate init?(_ operation: ModelOperation) {
    let path = JSONPointer(operation.path)
    switch operation.kind {
    case .add(let model):
      guard let value = JSON(model) else { return nil }
      self = .add(path, value)
    case .replace(let model):
      guard let value = JSON(model) else { return nil }
      self = .replace(path, value)
    case .test(let model):
      guard let value = JSON(model) else { return nil }
      self = .test(path, value)
    case .remove: self = .remove(path)
    case .move(let from): self = .move(from: JSONPointer(from), to: path)
    case .copy(let from): self = .copy(from: JSONPointer(from), to: path)
    }
  }
}

extension JSONPointer {
  /// Builds a pointer from the tokens of the model's.
  public init(_ model: ModelPointer) {
    self.init(tokens: model.tokens.map { String(decoding: $0, as: UTF8.self) })
  }
}
