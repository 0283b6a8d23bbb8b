public import JSONPatching

/// A document and a patch document, which need not have the form of a patch.
public struct PatchPair: Sendable {
  /// The document.
  public var document: ModelJSON
  /// The patch.
  public var patch: ModelJSON

  /// Creates a pair.
  public init(document: ModelJSON, patch: ModelJSON) {
    self.document = document
    self.patch = patch
  }

  /// What the engine makes of the pair, from text to text.
  public var outcome: Result<ModelJSON, JSONPatchError> {
    get throws {
      let text: [UInt8]
      do throws(JSONPatchError) {
        let patch = try JSONPatch(parsing: patch.compactText)
        text = try patch.apply(toJSON: document.compactText)
      } catch {
        return .failure(error)
      }
      return .success(try ModelJSON(parsing: text))
    }
  }

  /// What the operation is called that comes last; empty if it has no name.
  public var lastOperation: String {
    patch.elements?.last?["op"]?.text ?? ""
  }

  /// The pair with an operation less; `nil` if it has none.
  public var withoutLastOperation: PatchPair? {
    guard let operations = patch.elements, !operations.isEmpty else { return nil }
    return PatchPair(document: document, patch: .array(operations.dropLast()))
  }

  /// Whether it has a number that is more than a place holder, as `0` and `1` are in a small pair.
  public var dependsOnNumbers: Bool {
    document.hasSpecialNumbers || patch.hasSpecialNumbers
  }
}

extension ModelJSON {
  fileprivate var hasSpecialNumbers: Bool {
    switch self {
    case .null, .bool, .string: false
    case .number(let text): text != "0" && text != "1"
    case .array(let elements): elements.contains(where: \.hasSpecialNumbers)
    case .object(let members): members.contains { $0.value.hasSpecialNumbers }
    }
  }
}

extension PatchPair: CustomStringConvertible {
  /// The two texts.
  public var description: String { "\(document) \(patch)" }
}
