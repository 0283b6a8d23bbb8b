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
    expected.disagreement(with: outcome, modulo: view).map { "\(self)\n\($0)" }
  }
}

/// What the engine makes of a document and a patch.
typealias Outcome = Result<JSON, JSONPatchError>
