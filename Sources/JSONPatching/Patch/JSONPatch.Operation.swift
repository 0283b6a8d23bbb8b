public import JSONTypes

extension JSONPatch {
  /// One operation of a patch ([RFC 6902 section 4](https://www.rfc-editor.org/rfc/rfc6902#section-4)).
  public enum Operation: Sendable, Hashable {
    /// Adds a member or exchanges its value, inserts into an array, or replaces the document (section 4.1).
    case add(JSONPointer, JSON)
    /// Removes a value that exists (section 4.2).
    case remove(JSONPointer)
    /// Puts another value in the place of one that exists (section 4.3).
    case replace(JSONPointer, JSON)
    /// Removes a value and adds it elsewhere (section 4.4).
    case move(from: JSONPointer, to: JSONPointer)
    /// Adds a copy of a value elsewhere (section 4.5).
    case copy(from: JSONPointer, to: JSONPointer)
    /// Requires a value to be equal to another (section 4.6).
    case test(JSONPointer, JSON)

    /// What an operation does; the raw value is its `op`.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// Adds or inserts.
      case add
      /// Removes.
      case remove
      /// Replaces.
      case replace
      /// Removes and adds elsewhere.
      case move
      /// Copies elsewhere.
      case copy
      /// Compares.
      case test

      /// Whether operations of this kind have a `value`.
      package var hasValue: Bool { self == .add || self == .replace || self == .test }

      /// Whether operations of this kind have a `from`.
      package var hasFrom: Bool { self == .move || self == .copy }
    }

    /// What the operation does.
    public var kind: Kind {
      switch self {
      case .add: .add
      case .remove: .remove
      case .replace: .replace
      case .move: .move
      case .copy: .copy
      case .test: .test
      }
    }

    /// The place that the operation is about.
    public var path: JSONPointer {
      switch self {
      case .add(let path, _), .remove(let path), .replace(let path, _), .test(let path, _): path
      case .move(_, let path), .copy(_, let path): path
      }
    }

    /// Where a moved or copied value comes from.
    public var from: JSONPointer? {
      switch self {
      case .move(let from, _), .copy(let from, _): from
      case .add, .remove, .replace, .test: nil
      }
    }

    /// The value of an operation that has one.
    public var value: JSON? {
      switch self {
      case .add(_, let value), .replace(_, let value), .test(_, let value): value
      case .remove, .move, .copy: nil
      }
    }

    /// The operation as a JSON object, its members in the order `op`, `from`, `path`, `value`.
    public var json: JSON {
      var members: [(String, JSON)] = [("op", JSON(kind.rawValue))]
      if let from { members.append(("from", JSON(from.description))) }
      members.append(("path", JSON(path.description)))
      if let value { members.append(("value", value)) }
      return JSON(members: members)
    }
  }
}

extension JSONPatch.Operation: CustomStringConvertible {
  /// The operation as compact JSON text.
  public var description: String { json.description }
}
