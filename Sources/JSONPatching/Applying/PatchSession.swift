public import JSONTypes

/// Patches one document after another, from bytes to bytes, in the memory of the first.
///
///     var session = PatchSession()
///     for flag in flags {
///       try store(session.apply(patch, toJSON: flag))
///     }
///
/// Most of the time that a short document takes goes into memory for it. A session asks for that once; it holds as
/// much as its largest document has needed until it ends. Results are those of
/// ``JSONPatch/apply(toJSON:as:limits:)``. A session is for one task at a time.
public struct PatchSession: ~Copyable {
  /// How much a patch may do.
  public var limits: JSONPatch.Limits
  private var workspace = Workspace()

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
      document = try workspace.parse(
        bytes.span, options: limits.parsingOptions)
    } catch {
      throw JSONPatchError(document: error)
    }
    do throws(JSONPatchError) {
      let result = try document.applyAndSerialize(patch, as: format, limits: limits)
      workspace.reclaim(document)
      return result
    } catch {
      workspace.reclaim(document)
      throw error
    }
  }
}
