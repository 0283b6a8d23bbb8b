import Foundation

/// Swift code of the documentation, reduced to what is compared: lines without indentation, each with
/// its remark.
struct CodeExample: Hashable, CustomStringConvertible {
  private var lines: [String]

  /// The lines.
  var description: String { lines.joined(separator: "\n") }

  private init(_ lines: some Sequence<String>) {
    self.lines = lines.map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty && !$0.hasPrefix("import ") }
      .map { $0.replacing(/\s+\/\/\s*/, with: " // ") }
  }

  /// The code of a fenced block.
  init(_ block: Document.Block) {
    self.init(block.text.split(separator: "\n").map(String.init))
  }
}

// MARK: - In comments

extension CodeExample {
  /// The examples in the comments of the public declarations in a folder of sources.
  static func inComments(of folder: String) throws -> [CodeExample] {
    try SourceFile.all(in: folder).flatMap { file in
      var examples: [CodeExample] = []
      var comment: [String] = []
      for line in file.lines {
        if line.hasPrefix("///") {
          comment.append(String(line.dropFirst(3)))
        } else if !line.hasPrefix("@") {
          if line.hasPrefix("public ") { examples += inComment(comment) }
          comment = []
        }
      }
      return examples
    }
  }

  /// The fenced blocks of a comment, and what is indented after an empty line.
  private static func inComment(_ lines: [String]) -> [CodeExample] {
    var examples: [[String]] = []
    var isFenced = false
    var isIndented = false
    for (line, previous) in zip(lines, [""] + lines) {
      if line.hasPrefix(" ```") {
        if !isFenced { examples.append([]) }
        isFenced.toggle()
      } else if isFenced {
        examples[examples.count - 1].append(line)
      } else if line.hasPrefix("     "), isIndented || previous.isEmpty {
        if !isIndented { examples.append([]) }
        isIndented = true
        examples[examples.count - 1].append(line)
        continue
      }
      isIndented = false
    }
    return examples.map { CodeExample($0) }
  }
}

// MARK: - Where they are run

extension CodeExample {
  /// The examples that the tests in a folder run, between `// example` and `// end`.
  static func run(in folder: String) throws -> [CodeExample] {
    try SourceFile.all(in: folder).flatMap { file in
      var examples: [[String]] = []
      var isOpen = false
      for line in file.lines {
        if line == "// example" {
          examples.append([])
          isOpen = true
        } else if line == "// end" {
          isOpen = false
        } else if isOpen {
          examples[examples.count - 1].append(documented(line))
        }
      }
      return examples.map { CodeExample($0) }
    }
  }

  /// The line as the documentation has it.
  ///
  /// A test cannot just name a value: it says that it `shows` a text, which the documentation has as
  /// a remark, or throws it away.
  private static func documented(_ line: String) -> String {
    if let match = line.wholeMatch(of: /(try )?shows\((.*), #"(.*)"#\)/) {
      return "\(match.1 ?? "")\(match.2) // \(match.3)"
    }
    return line.hasPrefix("_ = ") ? String(line.dropFirst(4)) : line
  }
}

/// A file of Swift, line by line.
struct SourceFile {
  /// Its name, from the folder that was searched.
  var name: String
  /// The lines without indentation.
  var lines: [String]

  /// Reads the files of a folder, named from the top of the project.
  static func all(in folder: String) throws -> [SourceFile] {
    let names = FileManager.default.enumerator(atPath: Document.path(folder))?.allObjects ?? []
    return try names.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted().map {
      let text = try String(contentsOfFile: Document.path("\(folder)/\($0)"), encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return SourceFile(
        name: $0, lines: lines.map { $0.trimmingCharacters(in: .whitespaces) })
    }
  }
}
