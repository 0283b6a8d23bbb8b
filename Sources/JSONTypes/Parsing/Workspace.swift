/// The memory of a document, kept for the next one.
///
/// For callers that read one document after another, and need each only until the next.
package struct Workspace: ~Copyable {
  private var storage: Storage?

  package init() {}

  /// Parses a text in the memory of the last document, if that was given back and nobody holds a part of it.
  package mutating func parse(
    _ bytes: Span<UInt8>, options: JSON.ParsingOptions
  ) throws(JSONParsingError) -> JSON {
    guard let reused = takeStorage() else { return try JSON(parsing: bytes, options: options) }
    do throws(JSONParsingError) {
      try reused.parsed.reparse(bytes, options: options)
    } catch {
      storage = reused
      throw error
    }
    let document = JSON(reused, NodeRef(parsed: 0))
    try document.checkDuplicateMembers(in: bytes, options)
    return document
  }

  /// Parses a patch in that memory, letting `body` read its operations; `nil` if it is not written as most programs write one,
  /// or wrong: then ``parse(_:options:)`` knows more.
  package mutating func parse(
    _ bytes: Span<UInt8>, options: JSON.ParsingOptions,
    operations body: (inout OperationScanner) -> Bool
  ) -> JSON? {
    guard options.maximumDepth >= OperationScanner.depth, options.duplicateMembers == .keepLast,
      OperationScanner.mayRead(bytes)
    else { return nil }
    if let reused = takeStorage() {
      guard reused.parsed.reparse(bytes, options: options, operations: body) else {
        storage = reused
        return nil
      }
      return JSON(reused, NodeRef(parsed: 0))
    }
    return Tape(parsing: bytes, options: options, operations: body)
      .map { JSON($0, NodeRef(parsed: 0)) }
  }

  /// The memory of the last document, if nobody holds a part of it.
  private mutating func takeStorage() -> Storage? {
    guard var reused = storage.take(), isKnownUniquelyReferenced(&reused), reused.makeReusable()
    else { return nil }
    return reused
  }

  /// Takes back the memory of a document that is not needed any more.
  package mutating func reclaim(_ document: consuming JSON) { storage = document.storage }
}
