public import JSONPatching

/// How a document of the engine came to be: each way leaves it in memory of another shape.
public enum DocumentOrigin: CaseIterable, Sendable {
  /// Parsed, with nothing else.
  case parsed
  /// Put together in code, value by value.
  case built
  /// Parsed without its last child, which was added then.
  case edited
  /// A part of a larger parsed document.
  case part
  /// A parsed value that was put into an edited document, and is a part of it.
  case grafted

  /// Makes a document of this origin.
  public func document(
    _ model: ModelJSON, using generator: inout some ChoiceSource
  ) throws -> JSON {
    switch self {
    case .parsed: return try JSON(parsing: model.noisyText(using: &generator))
    case .built: return JSON(model) ?? .null
    case .edited: return try Self.edited(model, using: &generator)
    case .part:
      let whole = ModelJSON.array([.null, model, model])
      return try JSON(parsing: whole.noisyText(using: &generator))[1] ?? .null
    case .grafted:
      var whole: JSON = ["before": 1, "after": [1, 2]]
      whole["part"] = try JSON(parsing: model.noisyText(using: &generator))
      whole["before"] = .none
      return whole["part"] ?? .null
    }
  }

  private static func edited(
    _ model: ModelJSON, using generator: inout some ChoiceSource
  ) throws -> JSON {
    var shorter = model
    let addition: ModelOperation
    switch model {
    case .array(let elements) where !elements.isEmpty:
      shorter = .array(elements.dropLast())
      addition = ModelOperation(
        .add(elements[elements.count - 1]), ModelPointer(tokens: [Array("-".utf8)]))
    case .object(let members) where !members.isEmpty:
      let last = members[members.count - 1]
      shorter = .object(members.dropLast())
      addition = ModelOperation(.add(last.value), ModelPointer(tokens: [last.name]))
    default:
      shorter = .null
      addition = ModelOperation(.replace(model), ModelPointer(tokens: []))
    }
    var document = try JSON(parsing: shorter.noisyText(using: &generator))
    if let patch = JSONPatch([addition]) { try document.apply(patch, limits: .unlimited) }
    return document
  }

  /// Looks at a document of every origin, held by nobody else and held by somebody, for whom it must not change.
  ///
  /// - Parameters:
  ///   - model: The document.
  ///   - generator: Decides how its texts are spelled.
  ///   - refute: Returns what is wrong, or `nil` if nothing is.
  /// - Returns: The first thing that is wrong.
  /// - Throws: What `refute` throws, or an error if no document can be made.
  public static func objection<Source: ChoiceSource>(
    on model: ModelJSON, using generator: inout Source,
    _ refute: (inout JSON, inout Source) throws -> String?
  ) throws -> String? {
    for origin in origins(of: model) {
      for isHeld in [false, true] {
        if let objection = try origin.objection(
          on: model, isHeld: isHeld, using: &generator, refute)
        {
          return objection
        }
      }
    }
    return nil
  }

  /// Looks at a document of one origin, held by nobody else or by somebody, as it falls out: for what is tried so often that
  /// all of them have their turn.
  ///
  /// - Parameters:
  ///   - model: The document.
  ///   - generator: Decides on the origin, and how texts are spelled.
  ///   - refute: Returns what is wrong, or `nil` if nothing is.
  /// - Returns: What is wrong.
  /// - Throws: What `refute` throws, or an error if no document can be made.
  public static func sampledObjection<Source: ChoiceSource>(
    on model: ModelJSON, using generator: inout Source,
    _ refute: (inout JSON, inout Source) throws -> String?
  ) throws -> String? {
    let origin = generator.pick(origins(of: model))
    let isHeld = generator.oneIn(2)
    return try origin.objection(on: model, isHeld: isHeld, using: &generator, refute)
  }

  /// How a document can have come to be: members of the same name are only in what was parsed.
  private static func origins(of model: ModelJSON) -> [DocumentOrigin] {
    model.hasDuplicates ? [.parsed, .part, .grafted] : allCases
  }

  private func objection<Source: ChoiceSource>(
    on model: ModelJSON, isHeld: Bool, using generator: inout Source,
    _ refute: (inout JSON, inout Source) throws -> String?
  ) throws -> String? {
    var document = try document(model, using: &generator)
    let text = document.serialized()
    let held: JSON? = isHeld ? .some(document) : .none
    if let objection = try refute(&document, &generator) {
      return "\(self), \(isHeld ? "held" : "unique"): \(objection)"
    }
    if let held, held.serialized() != text { return "\(self): what is held has changed" }
    return nil
  }
}
