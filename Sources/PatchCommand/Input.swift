import JSONPatching
import PatchProfiles

/// A file that was read, under the name that the user gave it.
struct Input: Sendable {
  /// The name for messages.
  let name: String
  /// The contents.
  let bytes: [UInt8]
  /// It has no name of its own.
  let isStandardInput: Bool

  init(name: String, bytes: [UInt8], isStandardInput: Bool = false) {
    self.name = name
    self.bytes = bytes
    self.isStandardInput = isStandardInput
  }

  /// The contents as a JSON document.
  ///
  /// - Parameters:
  ///   - context: What the verb works with.
  ///   - limits: How deep the text may nest, and how many operations it may have.
  ///   - hidesText: Whether the text may have secrets in it. In a text that cannot be read nobody
  ///     knows which they are, so that none of its lines can be shown.
  /// - Returns: The document.
  /// - Throws: What is wrong with it, with the line where it is.
  func document(
    _ context: Context, _ limits: JSONPatch.Limits = .default, hidesText: Bool = false
  ) throws(Failure) -> JSON {
    do {
      return try JSON(parsing: bytes, options: limits.parsingOptions)
    } catch {
      let diagnostic = JSONPatch.Diagnostic(
        code: .jsonSyntax, severity: .error, message: error.message, help: error.help,
        range: SourceRange(start: error.position, end: error.position))
      let text = DiagnosticText(source: self, styling: context.talk, hidesSource: hidesText)
      throw Failure(.trouble, [diagnostic], in: self, details: text.lines(for: diagnostic))
    }
  }
}

extension Input {
  /// The contents as a list of operations, each well formed or not.
  ///
  /// - Parameters:
  ///   - context: What the verb works with.
  ///   - limits: How deep the text may nest, and how many operations it may have.
  ///   - choice: The profile that judges the operations, which knows what else may be sent.
  /// - Returns: The operations as they could be read.
  /// - Throws: What is wrong with it, if not even a list can be read.
  func draft(
    _ context: Context, _ limits: JSONPatch.Limits = .default, for choice: ProfileChoice? = nil
  ) throws(Failure) -> PatchDraft {
    let draft = PatchDraft(parsing: bytes, acceptsEnvelope: true, limits: limits)
    let hidesText = choice?.hidesText ?? false
    let diagnostics = choice?.profile?.diagnostics(of: draft) ?? draft.diagnostics
    let errors = diagnostics.filter { $0.severity == .error }
    // A patch that is only too long is one, and refused by whoever judges it.
    guard draft.entries.isEmpty, !errors.isEmpty, errors.first?.code != .limitExceeded else {
      return draft
    }
    let text = DiagnosticText(source: self, styling: context.talk, hidesSource: hidesText)
    throw Failure(.trouble, errors, in: self, details: errors.flatMap { text.lines(for: $0) })
  }

  /// The name as it can be typed again.
  var argument: String {
    isStandardInput ? "-" : name.visible.shellWord
  }
}

extension Context {
  /// Checks that standard input is not among some names more than once.
  func checkStandardInput(_ names: [String], for arguments: Arguments) throws(Failure) {
    guard names.count(where: { $0.hasSameBytes(as: "-") }) <= 1 else {
      throw Failure(usage: "standard input can be read only once", arguments)
    }
  }

  /// Reads the files that a command line names; `-` is standard input.
  func read(_ names: [String], for arguments: Arguments) throws(Failure) -> [Input] {
    try checkStandardInput(names, for: arguments)
    var inputs: [Input] = []
    for name in names {
      inputs.append(try read(name, for: arguments))
    }
    return inputs
  }

  /// Reads a file that a command line names; `-` is standard input.
  func read(_ name: String, for arguments: Arguments) throws(Failure) -> Input {
    guard name.hasSameBytes(as: "-") else {
      do {
        return Input(name: name, bytes: try files.read(name))
      } catch {
        throw Failure(error)
      }
    }
    guard !host.terminal.isInput else {
      throw Failure(usage: "standard input is a terminal; give it a file or a pipe", arguments)
    }
    do {
      let bytes = try host.readInput()
      return Input(name: "standard input", bytes: bytes, isStandardInput: true)
    } catch {
      throw Failure(FileError(.read, "standard input", error))
    }
  }
}
