public import JSONTypes

/// Patches one document after another, from bytes to bytes, in the memory of the first.
///
///     var session = PatchSession()
///     for flag in flags {
///       try store(session.apply(patch, toJSON: flag))
///     }
///
/// Memory is a good part of what a short document costs. A session asks for it once; it holds as much as its largest
/// document and patch have needed until it ends. Results are those of ``JSONPatch/apply(toJSON:as:limits:)``. A session
/// is for one task at a time.
public struct PatchSession: ~Copyable {
  /// How much a patch may do.
  public var limits: JSONPatch.Limits
  private var documentMemory = Workspace()
  private var patchMemory = Workspace()

  /// Creates a session.
  ///
  /// - Parameter limits: How much a patch may do.
  public init(limits: JSONPatch.Limits = .default) { self.limits = limits }

  /// Applies a patch to a JSON text and writes the result.
  ///
  /// - Parameters:
  ///   - patch: The patch.
  ///   - bytes: The document in UTF-8.
  ///   - format: The form of the result.
  /// - Returns: The bytes of the patched document.
  /// - Throws: ``JSONPatchError``, with the code ``JSONPatch/Code/jsonSyntax`` and no operation if the document is no
  ///   JSON.
  /// - Complexity: O(*n* + *p*) for *n* bytes of the document and *p* of the patch.
  public mutating func apply(
    _ patch: JSONPatch, toJSON bytes: [UInt8], as format: JSON.Format = .preserved
  ) throws(JSONPatchError) -> [UInt8] {
    var document: JSON
    do throws(JSONParsingError) {
      document = try documentMemory.parse(bytes.span, options: limits.parsingOptions)
    } catch {
      throw JSONPatchError(document: error)
    }
    defer { documentMemory.reclaim(document) }
    return try document.applyAndSerialize(patch, as: format, limits: limits)
  }

  /// Applies a patch that is still a text, too, to a JSON text and writes the result.
  ///
  ///     for request in requests {
  ///       try respond(session.apply(parsing: request.body, toJSON: flag))
  ///     }
  ///
  /// - Parameters:
  ///   - patch: A JSON array of operations, in UTF-8.
  ///   - bytes: The document in UTF-8.
  ///   - format: The form of the result.
  /// - Returns: The bytes of the patched document.
  /// - Throws: ``JSONPatchError``, as ``JSONPatch/init(parsing:limits:)-([UInt8],_)`` for a mistake in the patch, and with
  ///   the code ``JSONPatch/Code/jsonSyntax`` and no operation if the document is no JSON.
  /// - Complexity: O(*n* + *p*) for *n* bytes of the document and *p* of the patch.
  public mutating func apply(
    parsing patch: [UInt8], toJSON bytes: [UInt8], as format: JSON.Format = .preserved
  ) throws(JSONPatchError) -> [UInt8] {
    let patch = try JSONPatch(parsing: patch.span, in: &patchMemory, limits: limits)
    defer { patchMemory.reclaim(patch.source) }
    return try apply(patch, toJSON: bytes, as: format)
  }
}
