package import JSONTypes

extension JSONPatch {
  /// How much a patch may do: what keeps a small patch from making a large document, or from taking for ever.
  ///
  /// A breach is an error with the code ``Code/limitExceeded`` that names the limit and its value, and leaves the
  /// document as it was. A negative limit is a limit of zero.
  public struct Limits: Sendable, Hashable {
    /// How deep the containers of the result may nest, and those of a text that is parsed.
    public var depth: Int {
      didSet { depth = Swift.max(depth, 0) }
    }
    /// How many operations a patch may have.
    public var operations: Int {
      didSet { operations = Swift.max(operations, 0) }
    }
    /// How many bytes all `copy` operations of a patch may copy together.
    ///
    /// A copy counts what the value takes in memory: the bytes of its text without white space, and 16 more for each value
    /// and each member name in it. `{"a": [1, 2]}` has 11 bytes of text, four values and one name, which makes 91. So it
    /// does not matter how a document is laid out, nor what was done to it before.
    ///
    /// Copying a document into itself doubles it, so that thirty operations would make a billion copies.
    public var copiedBytes: Int {
      didSet { copiedBytes = Swift.max(copiedBytes, 0) }
    }
    /// How many bytes of text the result may have.
    public var resultBytes: Int {
      didSet { resultBytes = Swift.max(resultBytes, 0) }
    }

    /// Creates limits.
    ///
    /// - Parameters:
    ///   - depth: How deep the containers of the result may nest.
    ///   - operations: How many operations a patch may have.
    ///   - copiedBytes: How many bytes all `copy` operations may copy together.
    ///   - resultBytes: How many bytes the result may have.
    public init(
      depth: Int = 1024, operations: Int = 100_000, copiedBytes: Int = 32 << 20,
      resultBytes: Int = 256 << 20
    ) {
      self.depth = Swift.max(depth, 0)
      self.operations = Swift.max(operations, 0)
      self.copiedBytes = Swift.max(copiedBytes, 0)
      self.resultBytes = Swift.max(resultBytes, 0)
    }

    /// A depth of 1024, 100,000 operations, 32 MiB copied, a result of 256 MiB.
    public static let `default` = Limits()

    /// No limits, for patches whose author is trusted.
    public static let unlimited = Limits(
      depth: .max, operations: .max, copiedBytes: .max, resultBytes: .max)

    /// What is accepted as JSON within these limits.
    package var parsingOptions: JSON.ParsingOptions { JSON.ParsingOptions(maximumDepth: depth) }
  }
}
