extension JSONPointer {
  /// Why a pointer leads nowhere in a document, or to no place for a value, and how far it got.
  public struct ResolutionError: Error, Sendable, Hashable {
    /// A reason, by its kebab-case name; more may be told apart in future versions.
    public struct Code: RawRepresentable, Sendable, Hashable {
      /// The name.
      public var rawValue: String

      /// Creates a code from its name.
      ///
      /// - Parameter rawValue: The name.
      public init(rawValue: String) { self.rawValue = rawValue }

      /// An object has no member of that name.
      public static let pathNotFound = Code(rawValue: "path-not-found")
      /// An array has fewer elements.
      public static let indexOutOfRange = Code(rawValue: "index-out-of-range")
      /// A token that names an element is no array index.
      public static let indexSyntax = Code(rawValue: "index-syntax")
      /// `-` stands for the element after the last, which does not exist.
      public static let dashNotAllowed = Code(rawValue: "dash-not-allowed")
      /// The value on the way is neither an object nor an array.
      public static let notAContainer = Code(rawValue: "not-a-container")
      /// A whole document cannot be removed, since that would leave no value.
      public static let rootRemoved = Code(rawValue: "root-removed")
      /// The document has no room for a value: edits bring in at most 4 GiB.
      public static let limitExceeded = Code(rawValue: "limit-exceeded")
    }

    /// The reason.
    public let code: Code
    /// The whole pointer.
    public let pointer: JSONPointer
    /// How far it got: the pointer to the last value that exists.
    public let resolvedPrefix: JSONPointer
    /// What is wrong, with the part of the pointer that it concerns.
    public let message: String
    /// What to do about it.
    public let help: String?
  }
}

extension JSONPointer.ResolutionError: CustomStringConvertible {
  /// The pointer and the message.
  public var description: String { "\(pointer): \(message)" }
}

extension JSONPointer.ResolutionError {
  /// Puts a failed step into words.
  ///
  /// - Parameters:
  ///   - step: What the walk met.
  ///   - pointer: The pointer that it followed.
  ///   - root: The value that it began at.
  ///   - tree: The document.
  ///   - spelling: What finds the member that may have been meant.
  package init(
    _ step: FailedStep, of pointer: JSONPointer, from root: NodeRef, in tree: Tree,
    by spelling: inout Spelling
  ) {
    let prefix = JSONPointer(tokens: pointer.tokens.prefix(step.depth))
    let token = pointer.tokens.dropFirst(step.depth).first ?? ""
    let place = prefix.isRoot ? "the document" : prefix.text
    self.pointer = pointer
    resolvedPrefix = prefix
    switch step.reason {
    case .memberMissing:
      code = .pathNotFound
      message = "no member \"\(token)\" in \(place)"
      help = tree.nearestName(to: token, in: step.container, by: &spelling).map { name in
        let rest = pointer.tokens.dropFirst(step.depth + 1)
        let whole = rest.reduce(prefix.appending(name)) { $0.appending($1) }
        let leadsSomewhere = (try? tree.locate(whole, from: root)) != nil
        return "did you mean \(leadsSomewhere ? whole : prefix.appending(name))?"
      }
    case .indexOutOfRange:
      let count = tree.childCount(of: step.container)
      code = .indexOutOfRange
      message =
        "index \(token) is past the end of \(place) (\(count) element\(count == 1 ? "" : "s"))"
      help = count == 0 ? nil : "the last element is \(prefix.appending(count - 1))"
    case .indexSyntax:
      code = .indexSyntax
      message = "\"\(token)\" is no array index, and \(place) is an array"
      help = "an index is 0, or digits without a leading zero"
    case .dash:
      code = .dashNotAllowed
      message = "\"-\" stands for the element after the last of \(place), which does not exist"
      help = "only the last token of an addition may be \"-\""
    case .notAContainer:
      code = .notAContainer
      message = "\(place) is \(tree[step.container].kind.jsonKind.phrase), and has no members"
      help = nil
    }
  }
}

extension JSONPointer.ResolutionError {
  /// Puts an edit that is impossible into words.
  init(_ failure: EditFailure, of pointer: JSONPointer) {
    self.pointer = pointer
    resolvedPrefix = pointer
    switch failure {
    case .rootRemoved:
      code = .rootRemoved
      message = "the whole document cannot be removed"
      help = "set another value, or remove its members"
    case .noRoom, .tooDeep, .overBudget:
      code = .limitExceeded
      message = "the edits of the document would need more than 4 GiB"
      help = nil
    }
  }
}

extension JSON.Kind {
  /// The kind with its article, for messages.
  package var phrase: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
