public import JSONPatching

extension Result where Success == JSON, Failure == JSONPatchError {
  /// What the engine makes of a document and a patch.
  public init(of patch: JSONPatch, on document: JSON, limits: JSONPatch.Limits = .default) {
    do throws(JSONPatchError) {
      self = .success(try document.applying(patch, limits: limits))
    } catch {
      self = .failure(error)
    }
  }

  /// What the engine makes of a document and a patch that is applied in place.
  public init(of patch: JSONPatch, onto document: inout JSON) {
    do throws(JSONPatchError) {
      try document.apply(patch)
      self = .success(document)
    } catch {
      self = .failure(error)
    }
  }
}

extension ReferencePatcher.Outcome {
  /// Says how the engine's outcome differs from this one, if it does.
  ///
  /// - Parameters:
  ///   - outcome: What the engine made of the same document and patch.
  ///   - view: What of the results is to be compared.
  /// - Returns: The difference in words, or `nil` if there is none.
  public func disagreement(
    with outcome: Result<JSON, JSONPatchError>, modulo view: (ModelJSON) -> ModelJSON = { $0 }
  ) -> String? {
    switch (outcome, self) {
    case (.success(let json), .success(let model)):
      let read = view(ModelJSON(json))
      let written = (try? ModelJSON(parsing: json.serialized(as: .compact))).map(view)
      let wanted = TextBytes(view(model).compactText)
      if TextBytes(read.compactText) != wanted { return "is read as \(read)" }
      if written.map({ TextBytes($0.compactText) }) != wanted { return "is written as \(json)" }
      let again = try? JSON(parsing: json.serialized())
      let isSame =
        again == json && again.map { json == $0 && $0.hashValue == json.hashValue } == true
      return isSame ? nil : "gives \(json), which does not equal the parse of its text"
    case (.failure(let error), .failure(let operation, let failure)):
      let isSame =
        error.code.rawValue == failure.code && error.operationIndex == operation
        && (failure.pointer == nil || failure.pointer == error.pointer?.description)
        && (failure.resolved == nil || failure.resolved == error.resolvedPrefix?.count)
      return isSame ? nil : "fails with \(error)\nand not with \(operation ?? -1) \(failure)"
    case (.success(let json), .failure(let operation, let failure)):
      return "gives \(json)\nand does not fail with \(operation ?? -1) \(failure)"
    case (.failure(let error), .success(let model)):
      return "fails with \(error)\nand does not give \(model)"
    }
  }
}

extension ReferencePatcher {
  /// Carries out a patch of the engine on a document of the model.
  public static func outcome(of patch: JSONPatch, on document: ModelJSON) -> Outcome {
    outcome(of: ModelJSON(patch.json), on: document)
  }
}
