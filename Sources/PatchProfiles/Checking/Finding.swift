internal import JSONPatching

/// A diagnostic of one operation before its place in the file is looked up.
struct Finding {
  /// The part of an operation that a finding is about.
  enum Place {
    case operation, path, from, value
  }

  var code: JSONPatch.Code
  var severity: JSONPatch.Severity
  var place: Place
  var message: String
  var help: String?
  var notes: [String]
  /// The values that a failed test compared.
  var comparison: Comparison?
  /// The value that the message quotes.
  var quotation: Quotation?

  /// A string from the patch or the document, and the message with a mark in its place.
  ///
  /// A secret that is too short to be looked for in a text is known as the whole value only, and whether
  /// it is one may turn out with a later operation.
  struct Quotation {
    let text: String
    let hidden: String

    /// A message around a quoted string.
    init(_ text: String, in message: (_ quoted: String) -> String) {
      self.text = text
      hidden = message("\"\(Secrets.mark)\"")
    }
  }

  /// What a test requires and what is there.
  struct Comparison {
    let expected: Excerpt
    let found: Excerpt
  }

  init(
    _ code: JSONPatch.Code, severity: JSONPatch.Severity = .error, at place: Place = .path,
    _ message: String, help: String? = nil, notes: [String] = []
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.message = message
    self.help = help
    self.notes = notes
  }

  /// The diagnostic, with the place in the file that the operation was read from.
  func diagnostic(of entry: PatchDraft.Entry, hiding secrets: Secrets) -> JSONPatch.Diagnostic {
    let values = comparison.map { comparison in
      let (expected, found) = (comparison.expected, comparison.found)
      return ": expected \(expected.text { secrets.masked($0) }), "
        + "found \(found.text { secrets.masked($0) })"
    }
    let hidden = quotation.flatMap { secrets.contains(JSON($0.text)) ? $0.hidden : nil }
    return secrets.masked(
      JSONPatch.Diagnostic(
        code: code, severity: severity, operationIndex: entry.index, operation: entry.op,
        pointer: place == .from ? entry.from : entry.path,
        message: (hidden ?? message) + (values ?? ""),
        // What may have been meant would be a hint to the secret.
        help: hidden == nil ? help : nil, notes: notes, range: range(in: entry)))
  }

  private func range(in entry: PatchDraft.Entry) -> SourceRange? {
    let range: SourceRange? =
      switch place {
      case .operation: nil
      case .path: entry.range(ofMember: "path")
      case .from: entry.range(ofMember: "from")
      case .value: entry.range(ofMember: "value")
      }
    return range ?? entry.range
  }
}

extension PatchProfile.Source {
  /// The source as a diagnostic mentions it.
  var note: String { "source: \(self)" }
}

extension PatchProfile.Source? {
  /// The notes of a diagnostic about a statement that may have no source.
  var notes: [String] { map { [$0.note] } ?? [] }
}
