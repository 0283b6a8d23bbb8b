/// RFC 6902 carried out to the letter on ``ModelJSON``: every operation builds a new document, and
/// nothing is done cleverly.
public struct ReferencePatcher {
  /// The document as the operations so far have left it.
  public private(set) var document: ModelJSON

  /// Why an operation fails.
  public struct Failure: Error, Equatable {
    /// The reason, in the engine's vocabulary.
    public var code: String
    /// The pointer that could not be followed.
    public var pointer: String?
    /// How many of its tokens could.
    public var resolved: Int?
  }

  /// What becomes of a patch.
  public enum Outcome {
    /// All operations succeeded.
    case success(ModelJSON)
    /// An operation failed; without an index, the patch as a whole is none.
    case failure(operation: Int?, Failure)
  }

  /// Starts from a document.
  public init(_ document: ModelJSON) {
    self.document = document
  }

  /// Applies a patch document, whatever its form.
  public static func outcome(of patch: ModelJSON, on document: ModelJSON) -> Outcome {
    guard let elements = patch.elements else {
      return .failure(operation: nil, Failure(code: "patch-not-array"))
    }
    var operations: [ModelOperation] = []
    for (index, element) in elements.enumerated() {
      do throws(Failure) {
        operations.append(try ModelOperation(element))
      } catch {
        return .failure(operation: index, error)
      }
    }
    return outcome(of: operations, on: document)
  }

  /// Applies operations one after the other, up to the first that fails.
  public static func outcome(
    of operations: [ModelOperation], on document: ModelJSON
  ) -> Outcome {
    var patcher = ReferencePatcher(document)
    for (index, operation) in operations.enumerated() {
      do throws(Failure) {
        try patcher.perform(operation)
      } catch {
        return .failure(operation: index, error)
      }
    }
    return .success(patcher.document)
  }

  /// Performs one operation (RFC 6902 section 4).
  public mutating func perform(_ operation: ModelOperation) throws(Failure) {
    let path = operation.path
    switch operation.kind {
    case .add(let value):
      document = try Self.adding(value, at: path, in: document)
    case .remove:
      document = try Self.removing(path, from: document)
    case .replace(let value):
      _ = try Self.value(at: path, in: document)
      document = try Self.replacing(path, in: document, by: value)
    case .move(let from):
      let value = try Self.value(at: from, in: document)
      if from == path { return }
      guard !from.isPrefix(of: path) else { throw Failure(code: "move-into-self") }
      document = try Self.adding(value, at: path, in: try Self.removing(from, from: document))
    case .copy(let from):
      let value = try Self.value(at: from, in: document)
      document = try Self.adding(value, at: path, in: document)
    case .test(let value):
      guard try Self.value(at: path, in: document) == value else {
        throw Failure(code: "test-failed", pointer: path.text)
      }
    }
  }
}

extension ReferencePatcher {
  /// Returns the value that a pointer refers to (RFC 6901 section 4).
  static func value(
    at pointer: ModelPointer, in document: ModelJSON
  ) throws(Failure) -> ModelJSON {
    var value = document
    for depth in pointer.tokens.indices {
      value = try child(pointer, depth, of: value)
    }
    return value
  }

  private static func child(
    _ pointer: ModelPointer, _ depth: Int, of value: ModelJSON
  ) throws(Failure) -> ModelJSON {
    switch value {
    case .array(let elements):
      let index = try index(pointer, depth)
      guard let index, index < elements.count else {
        throw Failure(code: "index-out-of-range", pointer: pointer.text, resolved: depth)
      }
      return elements[index]
    case .object(let members):
      guard let member = members.last(where: { $0.name == pointer.tokens[depth] }) else {
        throw Failure(code: "path-not-found", pointer: pointer.text, resolved: depth)
      }
      return member.value
    default:
      throw Failure(code: "not-a-container", pointer: pointer.text, resolved: depth)
    }
  }

  /// Reads an array index; `nil` for one that no array is long enough for.
  private static func index(_ pointer: ModelPointer, _ depth: Int) throws(Failure) -> Int? {
    let token = pointer.tokens[depth]
    if token == [UInt8(ascii: "-")] {
      throw Failure(code: "dash-not-allowed", pointer: pointer.text, resolved: depth)
    }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard token.allSatisfy(digits.contains), let first = token.first,
      first != UInt8(ascii: "0") || token.count == 1
    else { throw Failure(code: "index-syntax", pointer: pointer.text, resolved: depth) }
    return Int(String(decoding: token, as: UTF8.self))
  }

  /// Returns a document in which the container that holds the target is rebuilt.
  private static func rebuilding(
    _ pointer: ModelPointer, _ depth: Int, in value: ModelJSON,
    _ change: (ModelJSON) throws(Failure) -> ModelJSON
  ) throws(Failure) -> ModelJSON {
    if depth == pointer.tokens.count - 1 { return try change(value) }
    let old = try child(pointer, depth, of: value)
    let new = try rebuilding(pointer, depth + 1, in: old, change)
    return try setting(pointer, depth, in: value, to: new)
  }

  private static func setting(
    _ pointer: ModelPointer, _ depth: Int, in value: ModelJSON, to new: ModelJSON
  ) throws(Failure) -> ModelJSON {
    switch value {
    case .array(var elements):
      if let index = try index(pointer, depth) { elements[index] = new }
      return .array(elements)
    case .object(let members):
      let name = pointer.tokens[depth]
      let last = members.lastIndex { $0.name == name }
      return .object(
        members.enumerated().compactMap { index, member in
          if index == last { return ModelJSON.Member(name: name, value: new) }
          return member.name == name ? nil : member
        })
    default:
      throw Failure(code: "not-a-container", pointer: pointer.text, resolved: depth)
    }
  }

  private static func replacing(
    _ pointer: ModelPointer, in document: ModelJSON, by value: ModelJSON
  ) throws(Failure) -> ModelJSON {
    if pointer.tokens.isEmpty { return value }
    let depth = pointer.tokens.count - 1
    return try rebuilding(pointer, 0, in: document) { parent throws(Failure) in
      try setting(pointer, depth, in: parent, to: value)
    }
  }

  private static func adding(
    _ value: ModelJSON, at pointer: ModelPointer, in document: ModelJSON
  ) throws(Failure) -> ModelJSON {
    if pointer.tokens.isEmpty { return value }
    let depth = pointer.tokens.count - 1
    let token = pointer.tokens[depth]
    return try rebuilding(pointer, 0, in: document) { parent throws(Failure) in
      switch parent {
      case .array(var elements):
        let isAppend = token == [UInt8(ascii: "-")]
        let index = isAppend ? elements.count : try index(pointer, depth)
        guard let index, index <= elements.count else {
          throw Failure(code: "index-out-of-range", pointer: pointer.text, resolved: depth)
        }
        elements.insert(value, at: index)
        return .array(elements)
      case .object(let members):
        if members.contains(where: { $0.name == token }) {
          return try setting(pointer, depth, in: parent, to: value)
        }
        return .object(members + [ModelJSON.Member(name: token, value: value)])
      default:
        throw Failure(code: "not-a-container", pointer: pointer.text, resolved: depth)
      }
    }
  }

  private static func removing(
    _ pointer: ModelPointer, from document: ModelJSON
  ) throws(Failure) -> ModelJSON {
    if pointer.tokens.isEmpty { throw Failure(code: "root-removed", pointer: pointer.text) }
    let depth = pointer.tokens.count - 1
    return try rebuilding(pointer, 0, in: document) { parent throws(Failure) in
      _ = try child(pointer, depth, of: parent)
      switch parent {
      case .array(var elements):
        if let index = try index(pointer, depth) { elements.remove(at: index) }
        return .array(elements)
      default:
        return .object((parent.members ?? []).filter { $0.name != pointer.tokens[depth] })
      }
    }
  }
}
