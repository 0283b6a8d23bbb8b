/// A JSON Pointer as its tokens, unescaped.
public struct ModelPointer: Sendable, Equatable {
  /// The UTF-8 of the tokens.
  public var tokens: [[UInt8]]

  /// Creates a pointer.
  public init(tokens: [[UInt8]]) {
    self.tokens = tokens
  }

  /// Reads a pointer; `nil` if it breaks a rule of RFC 6901 section 3.
  public init?(_ text: some Sequence<UInt8>) {
    tokens = []
    var rest = Array(text)[...]
    while !rest.isEmpty {
      guard rest.removeFirst() == UInt8(ascii: "/") else { return nil }
      let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      guard let token = Self.unescaped(rest[..<end]) else { return nil }
      tokens.append(token)
      rest = rest[end...]
    }
  }

  private static func unescaped(_ token: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var rest = token
    while let byte = rest.popFirst() {
      if byte != UInt8(ascii: "~") {
        result.append(byte)
      } else if let digit = rest.popFirst(), digit == 0x30 || digit == 0x31 {
        result.append(UInt8(ascii: digit == 0x30 ? "~" : "/"))
      } else {
        return nil
      }
    }
    return result
  }

  /// The pointer as RFC 6901 writes it.
  public var text: String {
    let escaped = tokens.map { token in
      token.flatMap { byte -> [UInt8] in
        switch byte {
        case UInt8(ascii: "~"): Array("~0".utf8)
        case UInt8(ascii: "/"): Array("~1".utf8)
        default: [byte]
        }
      }
    }
    return escaped.map { "/" + String(decoding: $0, as: UTF8.self) }.joined()
  }

  /// Whether the tokens are the first ones of another pointer.
  public func isPrefix(of other: ModelPointer) -> Bool {
    other.tokens.starts(with: tokens)
  }
}

/// An operation of a patch.
public struct ModelOperation: Sendable {
  /// What to do; the value or place that it needs comes with it.
  public enum Kind: Sendable {
    /// Adds a value.
    case add(ModelJSON)
    /// Removes the value.
    case remove
    /// Replaces the value by another one.
    case replace(ModelJSON)
    /// Moves a value from another place.
    case move(ModelPointer)
    /// Copies a value from another place.
    case copy(ModelPointer)
    /// Compares the value with another one.
    case test(ModelJSON)
  }

  /// What to do.
  public var kind: Kind
  /// Where.
  public var path: ModelPointer

  /// Creates an operation.
  public init(_ kind: Kind, _ path: ModelPointer) {
    self.kind = kind
    self.path = path
  }

  /// Reads an operation as RFC 6902 section 4 describes its form.
  public init(_ json: ModelJSON) throws(ReferencePatcher.Failure) {
    guard let members = json.members else {
      throw ReferencePatcher.Failure(code: "operation-not-object")
    }
    for name in ["op", "path", "from", "value"] {
      guard members.count(where: { $0.name == Array(name.utf8) }) < 2 else {
        throw ReferencePatcher.Failure(code: "json-duplicate-member")
      }
    }
    guard let op = json["op"] else { throw ReferencePatcher.Failure(code: "op-missing") }
    let names = ["add", "remove", "replace", "move", "copy", "test"]
    guard let op = op.text, names.contains(op) else {
      throw ReferencePatcher.Failure(code: "op-unknown")
    }
    path = try Self.pointer("path", in: json)
    switch op {
    case "add": kind = .add(try Self.value(in: json))
    case "remove": kind = .remove
    case "replace": kind = .replace(try Self.value(in: json))
    case "move": kind = .move(try Self.pointer("from", in: json))
    case "copy": kind = .copy(try Self.pointer("from", in: json))
    default: kind = .test(try Self.value(in: json))
    }
  }

  private static func pointer(
    _ name: String, in json: ModelJSON
  ) throws(ReferencePatcher.Failure) -> ModelPointer {
    guard case .string(let text)? = json[name] else {
      throw ReferencePatcher.Failure(code: "\(name)-missing")
    }
    guard let pointer = ModelPointer(text) else {
      throw ReferencePatcher.Failure(code: "pointer-syntax")
    }
    return pointer
  }

  private static func value(
    in json: ModelJSON
  ) throws(ReferencePatcher.Failure) -> ModelJSON {
    guard let value = json["value"] else {
      throw ReferencePatcher.Failure(code: "value-missing")
    }
    return value
  }

  /// The operation as a patch document has it.
  public var json: ModelJSON {
    func member(_ name: String, _ value: ModelJSON) -> ModelJSON.Member {
      ModelJSON.Member(name: Array(name.utf8), value: value)
    }
    let path = member("path", ModelJSON(path.text))
    return switch kind {
    case .add(let value):
      .object([member("op", ModelJSON("add")), path, member("value", value)])
    case .remove:
      .object([member("op", ModelJSON("remove")), path])
    case .replace(let value):
      .object([member("op", ModelJSON("replace")), path, member("value", value)])
    case .move(let from):
      .object([member("op", ModelJSON("move")), member("from", ModelJSON(from.text)), path])
    case .copy(let from):
      .object([member("op", ModelJSON("copy")), member("from", ModelJSON(from.text)), path])
    case .test(let value):
      .object([member("op", ModelJSON("test")), path, member("value", value)])
    }
  }
}
