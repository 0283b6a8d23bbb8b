/// A JSON value as plainly as it can be put: a tree of enums with nothing shared, indexed or
/// postponed.
///
/// It is what the engine is compared with, so it has no code in common with it: its own parser, its
/// own writer, its own equality.
public indirect enum ModelJSON: Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number as it is spelled.
  case number(String)
  /// The UTF-8 of a string, escapes decoded.
  case string([UInt8])
  /// An array.
  case array([ModelJSON])
  /// An object, its members in the order of the text, duplicates included.
  case object([Member])

  /// A member of an object.
  public struct Member: Sendable {
    /// The UTF-8 of the name, escapes decoded.
    public var name: [UInt8]
    /// The value.
    public var value: ModelJSON

    /// Creates a member.
    public init(name: [UInt8], value: ModelJSON) {
      self.name = name
      self.value = value
    }
  }
}

extension ModelJSON {
  /// Creates a string.
  public init(_ text: String) {
    self = .string(Array(text.utf8))
  }

  /// The last member of a name; `nil` without one, and for a value that is no object.
  public subscript(name: String) -> ModelJSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == Array(name.utf8) }?.value
  }

  /// The elements of an array.
  public var elements: [ModelJSON]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The members of an object.
  public var members: [Member]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  /// The text of a string.
  public var text: String? {
    guard case .string(let bytes) = self else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The value of a number that is spelled as an integer.
  public var int: Int? {
    guard case .number(let text) = self else { return nil }
    return Int(text)
  }

  /// The value of a boolean.
  public var bool: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  /// An object with another value for its members of a name; without them, if there is no value.
  public func setting(_ name: String, _ value: ModelJSON?) -> ModelJSON {
    let others = (members ?? []).filter { $0.name != Array(name.utf8) }
    return .object(others + (value.map { [Member(name: Array(name.utf8), value: $0)] } ?? []))
  }

  /// The same value, with the last one only of members of the same name, at every depth.
  public var withoutDuplicates: ModelJSON {
    switch self {
    case .null, .bool, .number, .string: return self
    case .array(let elements): return .array(elements.map(\.withoutDuplicates))
    case .object(let members):
      let kept = members.enumerated().filter { index, member in
        !members[(index + 1)...].contains { $0.name == member.name }
      }
      return .object(
        kept.map { Member(name: $0.element.name, value: $0.element.value.withoutDuplicates) })
    }
  }

  /// Whether an object in it has two members of the same name.
  public var hasDuplicates: Bool {
    switch self {
    case .null, .bool, .number, .string: false
    case .array(let elements): elements.contains(where: \.hasDuplicates)
    case .object(let members):
      members.enumerated().contains { index, member in
        member.value.hasDuplicates || members[..<index].contains { $0.name == member.name }
      }
    }
  }
}
