import JSONPatching
import TestSupport

/// A document and a patch, decoded from the bytes that a fuzzer makes up.
///
/// Bytes with a line `---` in them are the two texts, so that people can write them; all others are
/// decisions that build a document and a patch that mostly fits it.
struct PatchInput {
  /// The text of the document.
  let document: [UInt8]
  /// The text of the patch.
  let patch: [UInt8]

  /// Limits at which nothing takes long, and nests no deeper than the model can follow.
  static let limits = JSONPatch.Limits(
    depth: 64, operations: 1000, copiedBytes: 1 << 16, resultBytes: 1 << 18)

  init(_ bytes: [UInt8]) {
    if let (document, patch) = Self.texts(in: bytes) {
      (self.document, self.patch) = (document, patch)
    } else {
      var choices = ByteChoices(bytes)
      let model = Self.document(using: &choices)
      let operations = Self.operations(for: model, using: &choices)
      document = Self.text(of: model)
      patch = ModelJSON.array(operations.map(\.json)).compactText
    }
  }

  /// What stands before and after the first line `---`.
  static func texts(in bytes: [UInt8]) -> (document: [UInt8], patch: [UInt8])? {
    bytes.firstRange(of: Array("\n---\n".utf8)).map { line in
      (Array(bytes[..<line.lowerBound]), Array(bytes[line.upperBound...]))
    }
  }

  private static func document(using choices: inout ByteChoices) -> ModelJSON {
    let shape = ModelJSON.Shape(
      depth: 1 + choices.below(4), width: 5, allowsDuplicates: choices.oneIn(8))
    return .randomContainer(shape: shape, using: &choices)
  }

  /// Operations as long as there are decisions to take, each for what those before it leave.
  static func operations(
    for document: ModelJSON, atMost limit: Int = 16, using choices: inout ByteChoices
  ) -> [ModelOperation] {
    var patcher = ReferencePatcher(document)
    var operations: [ModelOperation] = []
    while !choices.isEmpty, operations.count < limit, patcher.document.compactText.count < 4000 {
      for operation in ModelOperation.randomPatch(
        for: patcher.document, length: 1, using: &choices)
      {
        // One that fails leaves the document as it was, and is part of the patch all the same.
        try? patcher.perform(operation)
        operations.append(operation)
      }
    }
    return operations
  }

  /// A spelling that follows from the document, since the decisions have been used up.
  private static func text(of model: ModelJSON) -> [UInt8] {
    var generator = SeededGenerator(seed: UInt64(model.compactText.count))
    switch generator.below(3) {
    case 0: return model.compactText
    case 1: return model.indentedText(using: &generator)
    default: return model.noisyText(using: &generator)
    }
  }
}

extension PatchInput: CustomStringConvertible {
  var description: String {
    String(decoding: document, as: UTF8.self) + "\n---\n" + String(decoding: patch, as: UTF8.self)
  }
}
