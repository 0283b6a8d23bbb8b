internal import JSONTypes

extension JSONPatch {
  /// Writes a document with the patch applied, if no operation has to do with what another one does.
  ///
  /// - Returns: `nil` if that is not so, if an operation is none of the simple ones or fails, if the format asks for more than
  ///   splices, or if the result has more than `limit` bytes: whoever wants to know applies the patch in the document.
  func spliced(
    into document: borrowing JSON, as format: JSON.Format = .preserved, limit: Int
  ) -> [UInt8]? {
    let compacts = format == .compact
    guard count <= JSON.splicingLimit, compacts || format == .preserved else { return nil }
    return document.spliced(by: source, count: count, compacts: compacts, limit: limit) {
      compiled[$0].splicingOperation
    }
  }
}

extension CompiledOperation {
  /// The operation as it is carried out on a text, if it has only one place.
  @inline(__always)
  fileprivate var splicingOperation: SplicingOperation? {
    let kind: SplicingOperation.Kind
    switch self.kind {
    case .test: kind = .test
    case .replace: kind = .replace
    case .add: kind = .add
    case .remove: kind = .remove
    case .move, .copy: return nil
    }
    return SplicingOperation(kind, path, value)
  }
}
