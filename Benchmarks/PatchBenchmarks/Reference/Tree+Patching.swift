/// The reference patcher could not perform an operation.
struct PatchMismatch: Error, CustomStringConvertible {
  var description: String
}

extension Tree {
  /// The tree after all operations of a JSON Patch document, by the plainest reading of RFC 6902.
  ///
  /// Copies are made and members are looked for one after the other: nothing to go wrong here.
  func patched(by patch: Tree) throws -> Tree {
    guard case .array(let operations) = patch else {
      throw PatchMismatch(description: "a patch that is not an array")
    }
    var result = self
    for operation in operations {
      try result.perform(operation)
    }
    return result
  }

  private mutating func perform(_ operation: Tree) throws {
    let path = try Self.tokens(of: operation, member: "path")
    switch operation["op"]?.text {
    case "add":
      try add(try Self.value(of: operation), at: path)
    case "remove":
      _ = try remove(at: path)
    case "replace":
      _ = try edit(path[...]) { (place: inout Tree) in place = try Self.value(of: operation) }
    case "move":
      try add(try remove(at: try Self.tokens(of: operation, member: "from")), at: path)
    case "copy":
      let source = try Self.tokens(of: operation, member: "from")
      try add(try edit(source[...]) { (place: inout Tree) in place }, at: path)
    case "test":
      let found = try edit(path[...]) { (place: inout Tree) in place }
      guard found.means(try Self.value(of: operation)) else {
        throw PatchMismatch(description: "test of \(path) failed")
      }
    default:
      throw PatchMismatch(description: "operation without a known op")
    }
  }

  private static func value(of operation: Tree) throws -> Tree {
    guard let value = operation["value"] else {
      throw PatchMismatch(description: "operation without value")
    }
    return value
  }

  /// The tokens of a JSON Pointer (RFC 6901, section 4).
  private static func tokens(of operation: Tree, member: String) throws -> [String] {
    guard let pointer = operation[member]?.text else {
      throw PatchMismatch(description: "operation without \(member)")
    }
    return pointer.unicodeScalars
      .split(separator: "/", omittingEmptySubsequences: false)
      .dropFirst()
      .map(unescaped)
  }

  private static func unescaped(_ token: Substring.UnicodeScalarView) -> String {
    var text = String.UnicodeScalarView()
    var rest = token.makeIterator()
    while let scalar = rest.next() {
      if scalar == "~" {
        text.append(rest.next() == "1" ? "/" : "~")
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}

// MARK: - Places

extension Tree {
  private mutating func add(_ value: Tree, at path: [String]) throws {
    guard let last = path.last else {
      self = value
      return
    }
    try edit(path.dropLast()) { (parent: inout Tree) in
      switch parent {
      case .scalar:
        throw PatchMismatch(description: "\(path) has a scalar for a parent")
      case .array(var elements):
        parent = nil
        let index = last == "-" ? elements.count : try Self.index(last, in: elements.count + 1)
        elements.insert(value, at: index)
        parent = .array(elements)
      case .object(var members):
        parent = nil
        if let place = members.lastIndex(where: { $0.isNamed(last) }) {
          members[place].value = value
        } else {
          members.append(Member(name: Self.quoted(last), value: value))
        }
        parent = .object(members)
      }
    }
  }

  private mutating func remove(at path: [String]) throws -> Tree {
    guard let last = path.last else {
      throw PatchMismatch(description: "the root cannot be removed")
    }
    return try edit(path.dropLast()) { (parent: inout Tree) in
      switch parent {
      case .scalar:
        throw PatchMismatch(description: "\(path) has a scalar for a parent")
      case .array(var elements):
        let removed = elements.remove(at: try Self.index(last, in: elements.count))
        parent = .array(elements)
        return removed
      case .object(var members):
        guard let place = members.lastIndex(where: { $0.isNamed(last) }) else {
          throw PatchMismatch(description: "\(path) has no member \(last)")
        }
        let removed = members.remove(at: place).value
        parent = .object(members)
        return removed
      }
    }
  }

  /// Calls `body` with the value that the tokens lead to.
  @discardableResult
  private mutating func edit<Result>(
    _ tokens: ArraySlice<String>, _ body: (inout Tree) throws -> Result
  ) throws -> Result {
    guard let token = tokens.first else { return try body(&self) }
    switch self {
    case .scalar:
      throw PatchMismatch(description: "\(token) leads into a scalar")
    case .array(var elements):
      let index = try Self.index(token, in: elements.count)
      // Emptied first, so that the elements are edited where they are.
      self = nil
      defer { self = .array(elements) }
      return try elements[index].edit(tokens.dropFirst(), body)
    case .object(var members):
      guard let place = members.lastIndex(where: { $0.isNamed(token) }) else {
        throw PatchMismatch(description: "no member \(token)")
      }
      self = nil
      defer { self = .object(members) }
      return try members[place].value.edit(tokens.dropFirst(), body)
    }
  }

  private static func index(_ token: String, in count: Int) throws -> Int {
    guard let index = Int(token), (0..<count).contains(index) else {
      throw PatchMismatch(description: "index \(token) among \(count)")
    }
    return index
  }

  /// Equality that ignores the order of members and how strings are escaped.
  func means(_ other: Tree) -> Bool {
    switch (self, other) {
    case (.scalar(let left), .scalar(let right)):
      (text ?? left).utf8.elementsEqual((other.text ?? right).utf8)
    case (.array(let left), .array(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.means($1) }
    case (.object(let left), .object(let right)):
      left.count == right.count
        && left.allSatisfy { member in
          other[Tree.unquoted(member.name)].map(member.value.means) ?? false
        }
    default: false
    }
  }
}
