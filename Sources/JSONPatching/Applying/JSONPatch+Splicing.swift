internal import JSONTypes

extension JSONPatch {
  /// Writes a document with the patch applied, if no operation has to do with what another one does.
  ///
  /// - Returns: `nil` if that is not so, if an operation is none of the simple ones or fails, if the format asks for more than
  ///   splices, or if the result may exceed a limit: whoever wants to know applies the patch in the document.
  func spliced(
    into document: borrowing JSON, as format: JSON.Format = .preserved, limits: Limits
  ) -> [UInt8]? {
    let compacts = format == .compact
    guard count <= JSON.splicingLimit, count <= limits.operations,
      compacts || format == .preserved,
      // Before anything is done: what is refused at the end has been done for nothing.
      compiled.indices.allSatisfy({ compiled[$0].splicingKind != nil })
    else { return nil }
    return document.spliced(
      by: source, count: count, compacts: compacts, maximumDepth: limits.depth,
      limit: limits.resultBytes
    ) { compiled[$0].splicingOperation }
  }
}

extension CompiledOperation {
  /// The operation as it is carried out on a text, if it has only one place.
  @inline(__always)
  fileprivate var splicingOperation: SplicingOperation? {
    splicingKind.map { SplicingOperation($0, path, value) }
  }

  @inline(__always)
  fileprivate var splicingKind: SplicingOperation.Kind? {
    switch kind {
    case .test: .test
    case .replace: .replace
    case .add: .add
    case .remove: .remove
    case .move, .copy: nil
    }
  }
}
