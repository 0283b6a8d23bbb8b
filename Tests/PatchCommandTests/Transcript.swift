import Foundation
import PatchCommand
import TestSupport

/// A console fixture: command lines with everything they write and the status they end with.
///
/// ```
/// $ COLUMNS=60 jpatch get /on --on - < delivery.json
/// false
/// [status 0]
/// ```
///
/// Lines of standard error begin with `2> ` and stand after those of standard output. The escape
/// character is written `␛`. A line beginning with `#` outside of any output is a remark. File
/// names are relative to `Fixtures/preview`.
struct Transcript {
  /// One command line and what is expected of it.
  struct Step {
    /// The line after `$ `.
    var line: String
    /// The lines up to the next command line, the status included.
    var expected: [String]
  }

  /// Lines before the first step.
  var remarks: [String] = []
  /// The steps.
  var steps: [Step] = []

  /// Reads a transcript.
  init(parsing text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("$ ") {
        steps.append(Step(line: String(line.dropFirst(2)), expected: []))
      } else if steps.isEmpty {
        remarks.append(line)
      } else {
        steps[steps.count - 1].expected.append(line)
      }
    }
    for index in steps.indices {
      while steps[index].expected.last == "" { steps[index].expected.removeLast() }
    }
  }

  /// The text of a transcript.
  var text: String {
    let blocks = steps.map { "$ \($0.line)\n" + $0.expected.map { $0 + "\n" }.joined() }
    return remarks.map { $0 + "\n" }.joined() + blocks.joined(separator: "\n")
  }
}

extension Transcript.Step {
  /// Runs the command line.
  func run() throws -> [String] {
    var words = Self.words(of: line)
    var session = Session(folder: Fixtures.path("preview"))
    while let word = words.first, let equals = word.firstIndex(of: "=") {
      let name = String(word[..<equals])
      let value = String(word[word.index(after: equals)...])
      if name == "TTY" {
        session.terminal = Terminal(
          isInput: value.contains("0"), isOutput: value.contains("1"), isError: value.contains("2"))
      } else {
        session.environment[name] = value
      }
      words.removeFirst()
    }
    words.removeFirst()
    if let redirection = words.firstIndex(of: "<") {
      session.input = try Fixtures.bytes("preview/" + words[redirection + 1])
      words.removeSubrange(redirection...redirection + 1)
    }
    let result = session.run(words)
    return Self.lines(result.text, prefix: "") + Self.lines(result.error, prefix: "2> ")
      + ["[status \(result.status.rawValue)]"]
  }

  private static func lines(_ text: String, prefix: String) -> [String] {
    guard !text.isEmpty else { return [] }
    var lines = text.replacingOccurrences(of: "\u{1B}", with: "␛").components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() } else { lines.append("[no line break]") }
    return lines.map { $0.isEmpty ? prefix.trimmingCharacters(in: .whitespaces) : prefix + $0 }
  }

  /// The words of a command line as a shell would split it, with single quotes only.
  private static func words(of line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    for character in line {
      switch character {
      case "'":
        isQuoted.toggle()
        word = word ?? ""
      case " " where !isQuoted:
        if let finished = word { words.append(finished) }
        word = nil
      default:
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
