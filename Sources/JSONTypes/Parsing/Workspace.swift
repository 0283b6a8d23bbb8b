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
    guard var reused = storage.take(), isKnownUniquelyReferenced(&reused), reused.makeReusable()
    else { return try JSON(parsing: bytes, options: options) }
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

  /// Takes back the memory of a document that is not needed any more.
  package mutating func reclaim(_ document: consuming JSON) { storage = document.storage }
}
