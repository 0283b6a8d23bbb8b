public import JSONTypes

/// A JSON Merge Patch: an object whose members take the place of a document's
/// ([RFC 7396](https://www.rfc-editor.org/rfc/rfc7396)).
///
///     var flag: JSON = ["on": false, "note": "old"]
///     try flag.apply(JSONMergePatch(["on": true, "note": nil]))
///     flag  // {"on":true}
///
/// # What it cannot say
///
/// A member that is `null` means that the member goes away, so that no merge patch sets one to `null`. An array is
/// replaced as a whole. Nothing is tested.
public struct JSONMergePatch: Sendable, Hashable {
  /// The patch as a JSON value; anything but an object takes the place of the whole document.
  public var json: JSON

  /// Takes a JSON value as a patch: every value is one.
  ///
  /// - Parameter json: The value.
  public init(_ json: JSON) { self.json = json }

  /// Parses a patch.
  ///
  /// - Parameter bytes: A JSON text in UTF-8.
  /// - Throws: ``JSONPatchError`` with the code ``JSONPatch/Code/jsonSyntax``.
  /// - Complexity: O(*n*) for *n* bytes.
  public init(parsing bytes: [UInt8]) throws(JSONPatchError) {
    do throws(JSONParsingError) {
      json = try JSON(parsing: bytes)
    } catch {
      throw JSONPatchError(error)
    }
  }
}

extension JSONMergePatch: CustomStringConvertible {
  /// The patch as compact JSON text.
  public var description: String { json.description }
}

extension JSON {
  /// Applies a merge patch in place, as a whole or not at all.
  ///
  /// What the patch does not mention keeps its text.
  ///
  /// - Parameters:
  ///   - patch: The patch ([RFC 7396 section 2](https://www.rfc-editor.org/rfc/rfc7396#section-2)).
  ///   - limits: How much it may do; each member that it sets or removes counts as an operation.
  /// - Throws: ``JSONPatchError`` if the patch does more than the limits allow.
  /// - Complexity: O(*p*) for *p* bytes of the patch.
  public mutating func apply(
    _ patch: JSONMergePatch, limits: JSONPatch.Limits = .default
  ) throws(JSONPatchError) {
    try apply(patch.patch(on: self), limits: limits)
  }

  /// Applies a merge patch to a copy of this document.
  ///
  /// - Parameters:
  ///   - patch: The patch.
  ///   - limits: How much it may do.
  /// - Returns: The patched document.
  /// - Throws: ``JSONPatchError`` if the patch does more than the limits allow.
  /// - Complexity: O(*p*) for *p* bytes of the patch, and O(*e*) for *e* edits that the document had already.
  public func applying(
    _ patch: JSONMergePatch, limits: JSONPatch.Limits = .default
  ) throws(JSONPatchError) -> JSON {
    var copy = self
    try copy.apply(patch, limits: limits)
    return copy
  }
}
