extension JSON {
  /// What a parser accepts.
  public struct ParsingOptions: Sendable, Hashable {
    /// What happens when an object has two members of the same name.
    public enum DuplicateMembers: Sendable, Hashable {
      /// The last one is the value, as [RFC 8259 section 4](https://www.rfc-editor.org/rfc/rfc8259#section-4)
      /// describes most parsers; all of them are written back.
      case keepLast
      /// The text is an error.
      case reject
    }

    /// How deep containers may nest.
    public var maximumDepth: Int
    /// What happens when an object has two members of the same name.
    public var duplicateMembers: DuplicateMembers
    /// Which instructions may be used to index the text, 0 for none: tests and benchmarks go through all.
    package var indexLevel = Self.bestIndexLevel

    /// The highest level that this machine has.
    package static let bestIndexLevel = TokenIndex.bestLevel

    /// Creates options.
    ///
    /// - Parameters:
    ///   - maximumDepth: How deep containers may nest.
    ///   - duplicateMembers: What happens when an object has two members of the same name.
    public init(maximumDepth: Int = 1024, duplicateMembers: DuplicateMembers = .keepLast) {
      self.maximumDepth = maximumDepth
      self.duplicateMembers = duplicateMembers
    }

    /// A depth of 1024; of duplicate members the last one counts.
    public static let `default` = ParsingOptions()
  }

  /// Parses a JSON text.
  ///
  /// The grammar is that of [RFC 8259](https://www.rfc-editor.org/rfc/rfc8259), nothing more: UTF-8 is
  /// checked, a byte order mark, comments and trailing commas are refused. The text is kept, so that
  /// what is not edited can be written back byte for byte.
  ///
  ///     let flag = try JSON(parsing: Array(#"{"on": true}"#.utf8))
  ///     flag["on"]  // true
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8.
  ///   - options: What to accept.
  /// - Throws: ``JSONParsingError``, which names the mistake and where it is.
  /// - Complexity: O(*n*) for *n* bytes.
  public init(
    parsing bytes: [UInt8], options: ParsingOptions = .default
  ) throws(JSONParsingError) {
    try self.init(parsing: bytes.span, options: options)
  }

  /// Parses a JSON text that lies in someone else's memory; it is copied.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8.
  ///   - options: What to accept.
  /// - Throws: ``JSONParsingError``, which names the mistake and where it is.
  /// - Complexity: O(*n*) for *n* bytes.
  public init(
    parsing bytes: Span<UInt8>, options: ParsingOptions = .default
  ) throws(JSONParsingError) {
    self.init(try Tape(parsing: bytes, options: options, isSource: true), NodeRef(parsed: 0))
    try checkDuplicateMembers(in: bytes, options)
  }

  /// Refuses a repeated name, if that is wanted.
  func checkDuplicateMembers(
    in bytes: Span<UInt8>, _ options: ParsingOptions
  ) throws(JSONParsingError) {
    guard options.duplicateMembers == .reject, let duplicate = firstDuplicateMember() else {
      return
    }
    throw JSONParsingError(.duplicateMember, at: duplicate, in: bytes)
  }

  /// Parses a JSON text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - options: What to accept.
  /// - Throws: ``JSONParsingError``, which names the mistake and where it is.
  /// - Complexity: O(*n*) for *n* bytes of UTF-8.
  public init(
    parsing text: String, options: ParsingOptions = .default
  ) throws(JSONParsingError) {
    try self.init(parsing: Array(text.utf8), options: options)
  }

  /// Parses a JSON text from any sequence of bytes, without a copy of its own if they are contiguous.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8.
  ///   - options: What to accept.
  /// - Throws: ``JSONParsingError``, which names the mistake and where it is.
  /// - Complexity: O(*n*) for *n* bytes.
  @_disfavoredOverload
  public init(
    parsing bytes: some Sequence<UInt8>, options: ParsingOptions = .default
  ) throws(JSONParsingError) {
    let result: Result<JSON, JSONParsingError>? = bytes.withContiguousStorageIfAvailable {
      // Safety: the span does not leave the closure.
      let span = unsafe Span(_unsafeElements: $0)
      do throws(JSONParsingError) {
        return .success(try JSON(parsing: span, options: options))
      } catch {
        return .failure(error)
      }
    }
    if let result {
      self = try result.get()
    } else {
      try self.init(parsing: Array(bytes), options: options)
    }
  }
}
