extension JSON {
  /// The value `null`.
  public static let null = JSON(builtText: Array("null".utf8))

  private static let `true` = JSON(builtText: Array("true".utf8))
  private static let `false` = JSON(builtText: Array("false".utf8))

  /// Creates a truth value.
  ///
  /// - Parameter value: The truth value.
  public init(_ value: Bool) { self = value ? .true : .false }

  /// Creates a string.
  ///
  /// - Parameter value: The content, without escapes.
  /// - Complexity: O(*n*) for *n* bytes.
  public init(_ value: String) {
    var assembly = Assembly(textCapacity: value.utf8.count + 4, nodeCapacity: 1)
    assembly.append(value)
    self = assembly.finish()
  }

  /// Creates an integer.
  ///
  /// - Parameter value: The integer, of any size.
  /// - Complexity: O(*n*) for *n* digits.
  public init(_ value: some BinaryInteger) {
    self.init(builtText: Array(String(value).utf8))
  }

  /// Creates a number that keeps its text.
  ///
  /// - Parameter value: The number.
  /// - Complexity: O(*n*) for *n* digits.
  public init(_ value: Number) { self.init(builtText: Array(value.text.utf8)) }

  /// Creates a number from the shortest decimal that reads back as the same floating-point number.
  ///
  /// - Parameter value: The number; `nil` results from infinities and NaN, which JSON does not have.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    self.init(builtText: Array("\(value)".utf8))
  }

  /// Creates an array.
  ///
  /// - Parameter elements: The elements.
  /// - Complexity: O(*n*) for *n* bytes of text.
  public init(_ elements: some Sequence<JSON>) {
    var assembly = Assembly.small
    let array = assembly.beginArray()
    var count = 0
    for element in elements {
      assembly.append(element.ref, of: Tree(element.storage))
      count += 1
    }
    assembly.endArray(array, count: count)
    self = assembly.finish()
  }

  /// Creates an object.
  ///
  /// - Parameter members: Names and values. A name that comes again replaces the value and keeps the place.
  /// - Complexity: O(*n*) for *n* bytes of text, and O(*m* log *m*) for *m* members.
  public init(members: some Sequence<(String, JSON)>) {
    var assembly = Assembly.small
    let object = assembly.beginObject()
    var count = 0
    for (name, value) in members {
      assembly.appendName(name)
      assembly.append(value.ref, of: Tree(value.storage))
      count += 1
    }
    assembly.endObject(object, count: count)
    self = assembly.finish()
    let tree = Tree(storage)
    if tree.hasRepeatedName(ref) { self.init(MemberTable(of: ref, in: tree), of: tree) }
  }

  /// Makes an object of the members that count.
  private init(_ table: MemberTable, of tree: Tree) {
    var assembly = Assembly.small
    let object = assembly.beginObject()
    for member in table.members {
      assembly.appendName(member.name, of: tree)
      assembly.append(member.value, of: tree)
    }
    assembly.endObject(object, count: table.members.count)
    self = assembly.finish()
  }

  /// Makes a value of a text that this module has written.
  ///
  /// A built value is the parse of its own text, so that there is one representation and not two.
  init(builtText text: [UInt8]) {
    let options = ParsingOptions(maximumDepth: .max)
    let span = text.span
    do {
      let tape = try Tape(parsing: span, options: options, isSource: false)
      self.init(tape, NodeRef(parsed: 0))
    } catch {
      preconditionFailure("the value needs more than 4 GiB of text")
    }
  }
}

extension Assembly {
  /// One with room for a value as most are that somebody writes down.
  fileprivate static var small: Assembly { Assembly(textCapacity: 128, nodeCapacity: 16) }
}

extension JSON: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// Creates `null`.
  ///
  /// Where the type is `JSON?`, a `nil` on its own means no value. Within a larger expression it may be taken for
  /// `null`: write `JSON.null` or `Optional.none` where both are possible.
  public init(nilLiteral: ()) { self = .null }

  /// Creates a truth value.
  public init(booleanLiteral value: Bool) { self.init(value) }

  /// Creates an integer.
  public init(integerLiteral value: Int) { self.init(value) }

  /// Creates a number; the literal must be finite.
  public init(floatLiteral value: Double) {
    precondition(value.isFinite, "JSON has no infinities")
    self.init(builtText: Array("\(value)".utf8))
  }

  /// Creates a string.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  public init(stringLiteral value: String) { self.init(value) }

  /// Creates an array.
  ///
  /// - Complexity: O(*n*) for *n* bytes of text.
  public init(arrayLiteral elements: JSON...) { self.init(elements) }

  /// Creates an object.
  ///
  /// - Complexity: O(*n*) for *n* bytes of text.
  public init(dictionaryLiteral elements: (String, JSON)...) { self.init(members: elements) }
}
