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
  /// The limits that the patch is applied with.
  let limits: JSONPatch.Limits
  /// Decides which of many ways to look at the two is taken.
  ///
  /// To try all of them on each input would leave little time for others. It follows from the length of the input, which a
  /// fuzzer changes as often as it likes.
  let aspects: SeededGenerator

  /// As deep as the model can follow.
  static let depth = 64

  /// Limits at which nothing takes long.
  static let limits = JSONPatch.Limits(
    depth: depth, operations: 1000, copiedBytes: 1 << 16, resultBytes: 1 << 18)

  /// Limits at which a document grows so much that it is read anew while it is edited.
  private static let wideLimits = JSONPatch.Limits(
    depth: depth, operations: 1000, copiedBytes: 1 << 22, resultBytes: 1 << 22)

  init(_ bytes: [UInt8]) {
    var aspects = SeededGenerator(seed: UInt64(bytes.count))
    limits = aspects.oneIn(8) ? Self.wideLimits : Self.limits
    self.aspects = aspects
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
