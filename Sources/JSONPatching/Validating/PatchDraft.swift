package import JSONTypes

/// A patch file read leniently, so that all of it can be judged and not only what comes before the first mistake.
package struct PatchDraft: Sendable {
  /// One element of the array, as far as it could be read.
  package struct Entry: Sendable {
    /// Its position in the patch.
    package var index: Int
    /// What is written there, whatever it is.
    package var json: JSON
    package var op: String?
    package var path: String?
    package var from: String?
    package var value: JSON?
    /// The operation, or `nil` if its form is wrong.
    package var operation: JSONPatch.Operation?
    /// What is wrong with its form.
    package var diagnostics: [JSONPatch.Diagnostic] = []
    fileprivate let map: SourceMap?

    /// The place of the whole operation.
    package var range: SourceRange? { json.sourceBytes.flatMap { map?.range($0) } }

    /// The place of the value of a member, such as `path`.
    package func range(ofMember name: String) -> SourceRange? {
      json[name]?.sourceBytes.flatMap { map?.range($0) }
    }

    /// The place of what a failure of the operation is about: its `path` or its `from`.
    package func range(of error: JSONPatchError) -> SourceRange? {
      let isFrom = error.pointer != nil && error.pointer == error.operation?.from
      return range(ofMember: isFrom ? "from" : "path") ?? range
    }
  }

  /// The operations in order; none if the file is no array.
  package private(set) var entries: [Entry] = []
  /// What is wrong with the file as a whole.
  package private(set) var diagnostics: [JSONPatch.Diagnostic] = []
  /// What the file has in place of a patch; `nil` if it is one, or no JSON at all.
  package private(set) var body: JSON?
  /// What is wrong with the form of the file and of each operation.
  package var allDiagnostics: [JSONPatch.Diagnostic] {
    diagnostics + entries.flatMap(\.diagnostics)
  }
  /// The comment of the envelope that the patch came in.
  package private(set) var comment: String?
  /// Whether the patch came in the envelope `{"comment": …, "patch": […]}`.
  package private(set) var isWrapped = false

  /// Reads a patch file.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - acceptsEnvelope: Whether the array may stand in `{"comment": …, "patch": […]}`.
  ///   - limits: How deep the text may nest, and how many operations it may have.
  package init(
    parsing bytes: [UInt8], acceptsEnvelope: Bool = false, limits: JSONPatch.Limits = .default
  ) {
    do throws(JSONParsingError) {
      self.init(
        try JSON(parsing: bytes, options: limits.parsingOptions), acceptsEnvelope: acceptsEnvelope,
        limits: limits)
    } catch {
      self.init(diagnostic: JSONPatchError(error).diagnostic)
    }
  }

  private init(diagnostic: JSONPatch.Diagnostic) { diagnostics = [diagnostic] }

  /// Looks at a patch that is known to be well formed.
  package init(_ patch: JSONPatch) { self.init(patch.source) }

  /// Reads a patch from a value.
  package init(
    _ json: JSON, acceptsEnvelope: Bool = false, limits: JSONPatch.Limits = .unlimited
  ) {
    let map = json.sourceBytes == nil ? nil : json.sourceMap
    var array = json
    if acceptsEnvelope, json.kind == .object, let patch = json["patch"], patch.kind == .array {
      array = patch
      isWrapped = true
      comment = json["comment"]?.string
    }
    guard let elements = array.array else {
      body = json
      diagnostics = [
        JSONPatch.Diagnostic(
          code: .patchNotArray, severity: .error,
          message: "a JSON Patch is an array of operations, and this is \(array.kind.phrase)",
          help: Self.help(forPatch: json), range: json.sourceBytes.flatMap { map?.range($0) })
      ]
      return
    }
    do throws(JSONPatchError) {
      // Before any of them is looked at: too many is what takes too long.
      try limits.check(operations: elements.count)
    } catch {
      diagnostics = [error.diagnostic]
      return
    }
    entries.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      var reader = OperationReader(element, index: index, map: map)
      entries.append(reader.entry())
    }
  }

  private static func help(forPatch json: JSON) -> String {
    if json["instructions"] != nil {
      return "this is a semantic patch; write the changes as JSON Patch operations"
    }
    if json["op"] != nil { return "put the operation into an array: [ … ]" }
    if json.kind == .object { return "is this a merge patch? a JSON Patch begins with '['" }
    return "write [{\"op\": \"replace\", \"path\": \"/name\", \"value\": \"…\"}]"
  }

  /// The first error as it is thrown by those who stop there.
  var firstError: JSONPatchError {
    let errors = allDiagnostics.filter { $0.severity == .error }
    return errors.first.map { JSONPatchError($0) }
      ?? JSONPatchError(.patchNotArray, "this is no JSON Patch")
  }
}

extension PatchDraft.Entry {
  fileprivate init(index: Int, json: JSON, map: SourceMap?) {
    self.index = index
    self.json = json
    self.map = map
  }
}

/// Reads one operation and collects all that is wrong with its form (RFC 6902 sections 3 and 4).
private struct OperationReader {
  private var result: PatchDraft.Entry
  private let map: SourceMap?

  init(_ json: JSON, index: Int, map: SourceMap?) {
    result = PatchDraft.Entry(index: index, json: json, map: map)
    self.map = map
  }

  mutating func entry() -> PatchDraft.Entry {
    guard let members = result.json.object else {
      report(
        .operationNotObject, "an operation is an object, and this is \(result.json.kind.phrase)",
        help: "write {\"op\": …, \"path\": …}")
      return result
    }
    result.op = members["op"]?.string
    result.path = members["path"]?.string
    result.from = members["from"]?.string
    result.value = members["value"]
    reportDuplicates()
    let kind = readKind(members)
    let path = readPointer("path", members, missing: .pathMissing)
    var from: JSONPointer?
    if let kind {
      if kind.hasFrom { from = readPointer("from", members, missing: .fromMissing) }
      if kind.hasValue, members["value"] == nil {
        report(
          .valueMissing, "\"\(kind.rawValue)\" needs a \"value\" member",
          help: kind == .test
            ? "to require null, write \"value\": null" : "to set it to null, write \"value\": null")
      }
      reportUnused(members, kind)
    }
    let isWellFormed = !result.diagnostics.contains { $0.severity == .error }
    if isWellFormed, let kind, let path {
      result.operation = operation(kind, path, from ?? path, result.value ?? .null)
    }
    return result
  }

  private func operation(
    _ kind: JSONPatch.Operation.Kind, _ path: JSONPointer, _ from: JSONPointer, _ value: JSON
  ) -> JSONPatch.Operation {
    switch kind {
    case .add: .add(path, value)
    case .remove: .remove(path)
    case .replace: .replace(path, value)
    case .move: .move(from: from, to: path)
    case .copy: .copy(from: from, to: path)
    case .test: .test(path, value)
    }
  }

  // MARK: Members

  private mutating func readKind(_ members: JSON.Members) -> JSONPatch.Operation.Kind? {
    guard let op = members["op"] else {
      report(
        .opMissing, "the operation has no \"op\" member",
        help: "one of \"add\", \"remove\", \"replace\", \"move\", \"copy\" and \"test\"")
      return nil
    }
    guard let text = op.string else {
      report(.opUnknown, "\"op\" is \(op.kind.phrase), not a string", member: "op")
      return nil
    }
    if let kind = JSONPatch.Operation.Kind(rawValue: text) { return kind }
    let names = JSONPatch.Operation.Kind.allCases.map(\.rawValue)
    let suggestion = Spelling.nearest(to: text, among: names)
    report(
      .opUnknown, "\"\(text)\" is no operation",
      help: suggestion.map { "did you mean \"\($0)\"?" }
        ?? "one of \(names.joined(separator: ", "))", member: "op")
    return nil
  }

  private mutating func readPointer(
    _ name: String, _ members: JSON.Members, missing: JSONPatch.Code
  ) -> JSONPointer? {
    guard let value = members[name] else {
      let operation = result.op.map { "\"\($0)\"" } ?? "the operation"
      report(
        missing, "\(operation) needs a \"\(name)\" member",
        help: "a JSON Pointer such as \"/name\"")
      return nil
    }
    guard let text = value.string else {
      report(
        missing, "\"\(name)\" is \(value.kind.phrase), not a string with a JSON Pointer",
        help: "a JSON Pointer such as \"/name\"", member: name)
      return nil
    }
    do throws(JSONPointer.SyntaxError) {
      return try JSONPointer(text)
    } catch {
      report(.pointerSyntax, error.description, help: error.help, member: name)
      return nil
    }
  }

  private mutating func reportDuplicates() {
    for name in result.json.duplicateMemberNames() {
      let range = result.json.sourceBytes(ofMemberNamed: name).flatMap { map?.range($0) }
      report(
        .jsonDuplicateMember, "the member \"\(name)\" occurs twice",
        help: "remove one of the two: readers differ in which of them they take", at: range)
    }
  }

  private mutating func reportUnused(_ members: JSON.Members, _ kind: JSONPatch.Operation.Kind) {
    for member in members {
      let isUsed =
        switch member.name {
        case "op", "path": true
        case "from": kind.hasFrom
        case "value": kind.hasValue
        default: false
        }
      guard !isUsed else { continue }
      let range = result.json.sourceBytes(ofMemberNamed: member.name).flatMap { map?.range($0) }
      report(
        .memberUnused, "\"\(kind.rawValue)\" does not use the member \"\(member.name)\"",
        severity: .note, at: range)
    }
  }

  // MARK: Findings

  private mutating func report(
    _ code: JSONPatch.Code, _ message: String, help: String? = nil, member: String? = nil
  ) {
    report(
      code, message, help: help,
      at: member.map { result.range(ofMember: $0) } ?? result.range)
  }

  private mutating func report(
    _ code: JSONPatch.Code, _ message: String, severity: JSONPatch.Severity = .error,
    help: String? = nil, at range: SourceRange?
  ) {
    result.diagnostics.append(
      JSONPatch.Diagnostic(
        code: code, severity: severity, operationIndex: result.index, operation: result.op,
        pointer: result.path, message: message, help: help, range: range))
  }
}
