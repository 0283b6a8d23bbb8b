public import JSONTypes

extension JSONPatch {
  /// Finds everything that is wrong with a patch text, and not only the first mistake.
  ///
  /// Without a document only the form of the operations is looked at. With one, each operation is also tried, on the
  /// document as the earlier good operations leave it, up to the one that exceeds a limit.
  ///
  ///     for finding in JSONPatch.validate(bytes, on: document) {
  ///       print(finding)
  ///       // 3:26: error: operation 1: no member "confg" in the document [path-not-found]
  ///     }
  ///
  /// - Parameters:
  ///   - bytes: The text of the patch, whatever it is.
  ///   - document: The document that the patch is meant for.
  ///   - limits: How much the patch may do.
  /// - Returns: The findings, by operation; an empty array if there is nothing to say.
  /// - Complexity: O(*p* log *p*) for *p* bytes of the patch.
  public static func validate(
    _ bytes: [UInt8], on document: JSON? = nil, limits: Limits = .default
  ) -> [Diagnostic] {
    PatchDraft(parsing: bytes, limits: limits).validate(on: document, limits: limits)
  }
}

extension PatchDraft {
  /// All findings about the form of the patch and, with a document, about its effect.
  package func validate(
    on document: JSON? = nil, limits: JSONPatch.Limits = .default
  ) -> [JSONPatch.Diagnostic] {
    var result = diagnostics
    if entries.count > limits.operations {
      return result + [
        JSONPatchError(limit: "operations", limits.operations, reached: "\(entries.count)")
          .diagnostic
      ]
    }
    result += document.map { Self.warnings(about: $0) } ?? []
    var trial = document.map { PatchTrial(on: $0, limits: limits) }
    var firstFailure: Int?
    for entry in entries {
      result += entry.diagnostics
      guard let operation = entry.operation else {
        firstFailure = firstFailure ?? entry.index
        continue
      }
      do throws(JSONPatchError) {
        if let effect = try trial?.perform(operation, index: entry.index) {
          result += warnings(effect, entry, operation)
        }
      } catch {
        result.append(explained(error, entry, firstFailure))
        firstFailure = firstFailure ?? entry.index
      }
    }
    do throws(JSONPatchError) {
      try trial?.checkResult()
    } catch {
      result.append(error.diagnostic)
    }
    return result
  }

  /// What is worth knowing about a document before it is patched: the names that it repeats.
  package static func warnings(about document: JSON) -> [JSONPatch.Diagnostic] {
    let duplicates = document.duplicateMembers()
    guard !duplicates.isEmpty else { return [] }
    let map = document.sourceMap
    return duplicates.map { extent in
      let place = map.position(at: extent.lowerBound)
      return JSONPatch.Diagnostic(
        code: .jsonDuplicateMember, severity: .warning,
        message:
          "the document repeats a member's name in line \(place.line), column \(place.column)",
        help: "the last one counts; an edit of it removes the others")
    }
  }

  /// The failure of an operation, with its place in the file.
  private func explained(
    _ error: JSONPatchError, _ entry: Entry, _ firstFailure: Int?
  ) -> JSONPatch.Diagnostic {
    var diagnostic = error.diagnostic
    diagnostic.range = entry.range(of: error)
    if error.code == .testFailed, let expected = error.expected, let found = error.found {
      diagnostic.message +=
        ": expected \(Excerpt(expected).text()), found \(Excerpt(found).text())"
    }
    if error.code == .limitExceeded { diagnostic.notes.append(PatchTrial.endNote) }
    if let firstFailure {
      diagnostic.notes.append("after operation \(firstFailure) failed: this may follow from it")
    }
    return diagnostic
  }

  private func warnings(
    _ effect: PatchTrial.Effect, _ entry: Entry, _ operation: JSONPatch.Operation
  ) -> [JSONPatch.Diagnostic] {
    guard operation.kind != .test, let old = effect.old, let new = effect.new else { return [] }
    func warning(_ code: JSONPatch.Code, _ message: String) -> JSONPatch.Diagnostic {
      JSONPatch.Diagnostic(
        code: code, severity: .warning, operationIndex: entry.index, operation: entry.op,
        pointer: entry.path, message: message,
        range: entry.range(ofMember: "value") ?? entry.range)
    }
    if old == new { return [warning(.noEffect, "\(effect.pointer) has this value already")] }
    guard old.kind != new.kind, !old.isNull, !new.isNull else { return [] }
    return [
      warning(
        .typeChanged, "\(effect.pointer) is \(old.kind.phrase) and becomes \(new.kind.phrase)")
    ]
  }
}
