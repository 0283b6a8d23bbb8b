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
    guard count <= SplicedText.limit, compacts || format == .preserved,
      var text = SplicedText(document, source),
      compiled.allSatisfy({ $0.isSimple(in: text) })
    else { return nil }
    for operation in compiled {
      let isDone =
        switch operation.kind {
        case .test: text.hasValue(equalTo: operation.value, at: operation.path)
        case .replace: text.replace(operation.path, with: operation.value)
        case .add: text.add(operation.value, at: operation.path)
        case .remove: text.remove(operation.path)
        case .move, .copy: false
        }
      guard isDone else { return nil }
    }
    return text.write(compacts: compacts, limit: limit)
  }
}

extension CompiledOperation {
  /// Whether it has one place, and a value that is written in the same way there as in the patch, if at all.
  fileprivate func isSimple(in text: borrowing SplicedText) -> Bool {
    switch kind {
    case .test, .remove: true
    case .add, .replace: text.isScalar(value)
    case .move, .copy: false
    }
  }
}
