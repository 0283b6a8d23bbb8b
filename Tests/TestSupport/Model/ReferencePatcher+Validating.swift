extension ReferencePatcher {
  /// What there is to say about one operation of a patch.
  public struct Finding: Hashable {
    /// The index of the operation; `nil` for the patch as a whole.
    public var operation: Int?
    /// The reason, in the engine's vocabulary.
    public var code: String

    /// Creates a finding.
    public init(operation: Int?, code: String) {
      (self.operation, self.code) = (operation, code)
    }
  }

  /// The first error of each operation of a patch document, and what its good operations do without need: each is tried on
  /// the document as the good ones before it leave it.
  public static func findings(in patch: ModelJSON, on document: ModelJSON) -> [Finding] {
    guard let elements = patch.elements else {
      return [Finding(operation: nil, code: "patch-not-array")]
    }
    var patcher = ReferencePatcher(document)
    var findings: [Finding] = []
    for (index, element) in elements.enumerated() {
      do throws(Failure) {
        let operation = try ModelOperation(element)
        let before = patcher
        try patcher.perform(operation)
        if before.hasAlready(operation) {
          findings.append(Finding(operation: index, code: "no-effect"))
        }
      } catch {
        findings.append(Finding(operation: index, code: error.code))
      }
    }
    return findings
  }

  /// Whether an operation that can be performed leaves in its place what is there already; an element that is inserted takes
  /// nobody's place.
  private func hasAlready(_ operation: ModelOperation) -> Bool {
    let (path, tokens) = (operation.path, operation.path.tokens)
    func old() -> ModelJSON? { try? Self.value(at: path, in: document) }
    func isElement() -> Bool {
      let parent = ModelPointer(tokens: tokens.dropLast())
      return !tokens.isEmpty
        && (try? Self.value(at: parent, in: document))?.elements != nil
    }
    switch operation.kind {
    case .remove, .test: return false
    case .replace(let value): return old() == value
    case .add(let value): return !isElement() && old() == value
    case .copy(let from), .move(let from):
      return !isElement() && old() == (try? Self.value(at: from, in: document))
    }
  }
}
