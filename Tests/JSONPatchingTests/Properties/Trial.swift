import JSONPatching
import TestSupport

/// A random document, a random patch for it, and what the reference patcher makes of them.
struct Trial: CustomStringConvertible {
  let document: ModelJSON
  let operations: [ModelOperation]
  let expected: ReferencePatcher.Outcome

  init(allowsDuplicates: Bool = false, using generator: inout SeededGenerator) {
    let shape = ModelJSON.Shape(allowsDuplicates: allowsDuplicates)
    document =
      generator.oneIn(8)
      ? ModelJSON.random(shape: shape, using: &generator)
      : ModelJSON.randomContainer(shape: shape, using: &generator)
    operations = ModelOperation.randomPatch(
      for: document, length: generator.below(12), using: &generator)
    expected = ReferencePatcher.outcome(of: operations, on: document)
  }

  /// The operations as a patch document.
  var patch: ModelJSON { .array(operations.map(\.json)) }

  var description: String { "document \(document)\npatch \(patch)" }

  /// Says how an outcome of the engine differs from the expected one, if it does; a view tells what
  /// of the results is to be compared.
  func disagreement(
    with outcome: Outcome, modulo view: (ModelJSON) -> ModelJSON = { $0 }
  ) -> String? {
    switch (outcome, expected) {
    case (.success(let json), .success(let model)):
      let read = view(ModelJSON(json))
      let written = (try? ModelJSON(parsing: json.serialized(as: .compact))).map(view)
      let wanted = TextBytes(view(model).compactText)
      if TextBytes(read.compactText) != wanted { return "\(self)\nis read as \(read)" }
      if written.map({ TextBytes($0.compactText) }) != wanted {
        return "\(self)\nis written as \(json)"
      }
      let again = try? JSON(parsing: json.serialized())
      let isSame =
        again == json && again.map { json == $0 && $0.hashValue == json.hashValue } == true
      return isSame ? nil : "\(self)\ngives \(json), which does not equal the parse of its text"
    case (.failure(let error), .failure(let operation, let failure)):
      let isSame =
        error.code.rawValue == failure.code && error.operationIndex == operation
        && (failure.pointer == nil || failure.pointer == error.pointer?.description)
        && (failure.resolved == nil || failure.resolved == error.resolvedPrefix?.count)
      return isSame
        ? nil : "\(self)\nfails with \(error)\nand not with \(operation ?? -1) \(failure)"
    case (.success(let json), .failure(let operation, let failure)):
      return "\(self)\ngives \(json)\nand does not fail with \(operation ?? -1) \(failure)"
    case (.failure(let error), .success(let model)):
      return "\(self)\nfails with \(error)\nand does not give \(model)"
    }
  }
}

/// What the engine makes of a document and a patch.
enum Outcome {
  case success(JSON)
  case failure(JSONPatchError)

  init(of patch: JSONPatch, on document: JSON) {
    do throws(JSONPatchError) {
      self = .success(try document.applying(patch))
    } catch {
      self = .failure(error)
    }
  }

  /// Applies the patch in place.
  init(of patch: JSONPatch, onto document: inout JSON) {
    do throws(JSONPatchError) {
      try document.apply(patch)
      self = .success(document)
    } catch {
      self = .failure(error)
    }
  }
}
