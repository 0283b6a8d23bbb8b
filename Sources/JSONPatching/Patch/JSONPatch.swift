public import JSONTypes

/// A JSON Patch: operations that change a document, all of them or none ([RFC 6902](https://www.rfc-editor.org/rfc/rfc6902)).
///
///     var flag: JSON = ["version": 4, "on": false]
///     let patch: JSONPatch = [.test("/version", 4), .replace("/on", true)]
///     try flag.apply(patch)
///     flag  // {"version":4,"on":true}
///
/// A patch that was parsed keeps its text, so that errors and diagnostics can say where in the file they are.
///
/// # Performance
///
/// Operations are kept as they were parsed. Their pointers are followed in their own text, and their values are copied
/// into a document node by node, without being taken apart.
public struct JSONPatch: Sendable {
  /// The array of operations.
  package let source: JSON
  let compiled: ContiguousArray<CompiledOperation>

  /// Takes an array whose operations have been read.
  init(source: JSON, compiled: ContiguousArray<CompiledOperation>) {
    self.source = source
    self.compiled = compiled
  }

  /// Parses a patch.
  ///
  /// - Parameters:
  ///   - bytes: A JSON array of operations, in UTF-8.
  ///   - limits: How deep its text may nest, and how many operations it may have.
  /// - Throws: ``JSONPatchError`` for the first mistake, with its place; ``validate(_:on:limits:)`` finds all.
  /// - Complexity: O(*n*) for *n* bytes.
  public init(parsing bytes: [UInt8], limits: Limits = .default) throws(JSONPatchError) {
    try self.init(parsing: bytes.span, limits: limits)
  }

  /// Parses a patch that lies in someone else's memory.
  ///
  /// - Parameters:
  ///   - bytes: A JSON array of operations, in UTF-8.
  ///   - limits: How deep its text may nest, and how many operations it may have.
  /// - Throws: ``JSONPatchError`` for the first mistake, with its place.
  /// - Complexity: O(*n*) for *n* bytes.
  public init(parsing bytes: Span<UInt8>, limits: Limits = .default) throws(JSONPatchError) {
    var memory = Workspace()
    try self.init(parsing: bytes, in: &memory, limits: limits)
  }

  /// Parses a patch.
  ///
  /// - Parameters:
  ///   - text: A JSON array of operations.
  ///   - limits: How deep its text may nest, and how many operations it may have.
  /// - Throws: ``JSONPatchError`` for the first mistake, with its place.
  /// - Complexity: O(*n*) for *n* bytes of UTF-8.
  public init(parsing text: String, limits: Limits = .default) throws(JSONPatchError) {
    try self.init(parsing: Array(text.utf8), limits: limits)
  }

  /// Reads a patch from a JSON value.
  ///
  /// - Parameters:
  ///   - json: An array of operations.
  ///   - limits: How many operations it may have.
  /// - Throws: ``JSONPatchError`` for the first mistake, with its place if the value was parsed.
  /// - Complexity: O(*n*) for *n* nodes.
  public init(_ json: JSON, limits: Limits = .default) throws(JSONPatchError) {
    let tree = Tree(json.storage)
    let isArray = tree[json.ref].kind == .array
    let count = isArray ? tree.childCount(of: json.ref) : 0
    try limits.check(operations: count)
    guard isArray, let compiled = CompiledOperation.all(in: json.ref, of: tree, count: count) else {
      throw PatchDraft(json).firstError
    }
    self.init(source: json, compiled: compiled)
  }

  /// Creates a patch from operations.
  ///
  /// - Parameter operations: The operations, in order.
  /// - Complexity: O(*n*) for *n* bytes of their text.
  public init(_ operations: some Sequence<Operation>) {
    var text = OperationText()
    for operation in operations { text.append(operation) }
    self = text.finish()
  }

  /// The patch as a JSON array, the members of each operation in the order `op`, `from`, `path`, `value`.
  ///
  /// - Complexity: O(*n*) for *n* bytes of text.
  public var json: JSON { JSONPatch(self).source }

  /// The place of an operation in the text that the patch was parsed from.
  ///
  /// - Parameters:
  ///   - index: The operation, from 0.
  ///   - member: A member whose value is meant, such as `path`; `nil` for the whole operation.
  /// - Returns: `nil` if the patch was not parsed, or if the operation has no such member.
  /// - Complexity: O(*n*) for *n* bytes of the text.
  public func sourceRange(ofOperation index: Int, member: String? = nil) -> SourceRange? {
    let operation = source[index]
    guard let member else { return operation?.sourceRange }
    return operation?[member]?.sourceRange
  }
}

extension JSONPatch: RandomAccessCollection {
  /// Always zero.
  public var startIndex: Int { 0 }

  /// The number of operations.
  public var endIndex: Int { compiled.count }

  /// The operation at a position.
  ///
  /// - Parameter position: The position, from 0, which must be in range.
  /// - Complexity: O(*n*) for *n* bytes of its pointers; the value is not copied.
  public subscript(position: Int) -> Operation { compiled[position].operation(in: source) }
}

extension JSONPatch: ExpressibleByArrayLiteral {
  /// Creates a patch from operations.
  ///
  /// - Complexity: O(*n*) for *n* bytes of the operations.
  public init(arrayLiteral elements: Operation...) { self.init(elements) }
}

extension JSONPatch: Hashable {
  /// Whether two patches have equal operations in the same order.
  ///
  /// - Complexity: O(*n*) for *n* bytes of the operations, as for ``JSONTypes/JSON``.
  public static func == (first: JSONPatch, second: JSONPatch) -> Bool {
    first.elementsEqual(second)
  }

  /// Hashes the operations.
  ///
  /// - Complexity: O(*n* log *n*) for *n* bytes of the operations.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for operation in self { hasher.combine(operation) }
  }
}

extension JSONPatch: Codable {
  /// Decodes an array of operations.
  ///
  /// - Throws: `DecodingError` for what is no patch, and whatever the decoder throws.
  /// - Complexity: O(*n*) for *n* bytes of the patch's text, apart from what the decoder does.
  public init(from decoder: any Decoder) throws {
    do {
      self = try JSONPatch(JSON(from: decoder))
    } catch let error as JSONPatchError {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: error.description,
          underlyingError: error))
    }
  }

  /// Encodes the operations as an array.
  ///
  /// - Throws: `EncodingError` for a number that the encoder cannot hold, and whatever the encoder throws.
  /// - Complexity: O(*n*) for *n* bytes of the patch's text, apart from what the encoder does.
  public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }
}

extension JSONPatch: CustomStringConvertible {
  /// The patch as compact JSON text.
  public var description: String { json.description }
}
