import JSONPatching

/// `jpatch diff --git-driver`: the arguments and the output that git knows.
///
/// Git calls an external diff with seven arguments, with nine for a renamed file, with one for a file that is not
/// merged yet, and with the two files alone as `git difftool --extcmd`.
struct GitDriver {
  /// The path as git shows it, before and after.
  private let names: (old: String, new: String)
  private let files: (old: String, new: String)
  /// The lines between the names and the differences.
  private var header: [String] = []

  static func perform(_ arguments: Arguments, _ context: Context) throws(Failure) -> Outcome {
    let words = arguments.words
    switch words.count {
    case 1: return Outcome(.success, text: "* Unmerged path \(words[0].visible)\n")
    case 2, 7...9: break
    default:
      throw Failure(usage: "git passes 1, 2 or 7 to 9 arguments, not \(words.count)", arguments)
    }
    let driver = GitDriver(words)
    return Outcome(.success, text: try driver.text(arguments, context))
  }

  private init(_ words: [String]) {
    guard words.count >= 7 else {
      names = (words[0], words[1])
      files = (words[0], words[1])
      return
    }
    // path, old file, its hash and mode, new file, its hash and mode, new path, what became of it
    names = (words[0], words.count > 7 ? words[7] : words[0])
    files = (words[1], words[4])
    let (oldMode, newMode) = (words[3], words[6])
    if Self.isMissing(files.old) {
      header.append("new file mode \(newMode)")
    } else if Self.isMissing(files.new) {
      header.append("deleted file mode \(oldMode)")
    } else if !oldMode.hasSameBytes(as: newMode) {
      header += ["old mode \(oldMode)", "new mode \(newMode)"]
    }
    if words.count == 9 {
      header += words[8].split(separator: "\n").map { String($0) }
    } else {
      header.append("index \(Self.short(words[2]))..\(Self.short(words[5]))")
    }
  }

  /// The beginning of a hash; git writes a point for that of a file that is not there.
  private static func short(_ hash: String) -> String {
    hash.hasSameBytes(as: ".") ? "0000000" : String(hash.prefix(7))
  }

  private static func isMissing(_ file: String) -> Bool { file.hasSameBytes(as: "/dev/null") }

  private func text(_ arguments: Arguments, _ context: Context) throws(Failure) -> String {
    let old = try context.read(files.old, for: arguments)
    let new = try context.read(files.new, for: arguments)
    let (lines, remarks) = try differences(old, new, arguments, context)
    var head = ["diff --git a/\(names.old.visible) b/\(names.new.visible)"]
    head += header.map(\.visible)
    if !lines.isEmpty {
      head += [
        Self.isMissing(files.old) ? "--- /dev/null" : "--- a/\(names.old.visible)",
        Self.isMissing(files.new) ? "+++ /dev/null" : "+++ b/\(names.new.visible)",
      ]
    } else if remarks.isEmpty, old.bytes != new.bytes {
      head.append("The documents are the same, written otherwise.")
    }
    let styled = head.map { context.output.paint($0, .strong) }
    return (styled + lines + remarks).map { $0 + "\n" }.joined()
  }

  /// The lines that differ, of the documents if both are JSON and else of the texts, and what is to be said of those
  /// that are not shown.
  private func differences(
    _ old: Input, _ new: Input, _ arguments: Arguments, _ context: Context
  ) throws(Failure) -> (lines: [String], remarks: [String]) {
    let options = arguments.limits.parsingOptions
    let documents = (
      try? JSON(parsing: old.bytes, options: options),
      try? JSON(parsing: new.bytes, options: options)
    )
    var choice = try ProfileChoice(arguments, context)
    switch documents {
    case (let first?, let second?):
      try choice.decide(by: first, arguments)
      let comparison = try Comparison(from: first, to: second, by: choice.profile, arguments)
      let isHidden = arguments[.skipped] == "hide"
      return (
        try DiffVerb.unifiedLines(of: comparison, context.output),
        isHidden ? [] : SkippedDifferences(comparison: comparison, styling: context.output).lines
      )
    case (let document?, nil) where Self.isMissing(files.new):
      return (lines(from: try shown(document, &choice, arguments), to: [], context), [])
    case (nil, let document?) where Self.isMissing(files.old):
      return (lines(from: [], to: try shown(document, &choice, arguments), context), [])
    default:
      // Where a text cannot be understood, nobody knows which of it is secret.
      guard !choice.hidesText else {
        return ([], ["The texts are not shown: they may have secrets in them."])
      }
      return (
        lines(
          from: UnifiedDifference.lines(ofText: old.bytes),
          to: UnifiedDifference.lines(ofText: new.bytes), context), []
      )
    }
  }

  private func lines(from old: [String], to new: [String], _ context: Context) -> [String] {
    UnifiedDifference(from: old, to: new, styling: context.output).lines
  }

  /// The lines of a document that has no counterpart, without its secrets.
  private func shown(
    _ document: JSON, _ choice: inout ProfileChoice, _ arguments: Arguments
  ) throws(Failure) -> [String] {
    try choice.decide(by: document, arguments)
    let itself = try Comparison(from: document, to: document, by: choice.profile, arguments)
    return UnifiedDifference.lines(of: itself.redact(document))
  }
}
