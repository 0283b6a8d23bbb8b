import Foundation

/// A Markdown file of the project and its fenced blocks.
struct Document {
  /// A fenced block.
  struct Block {
    /// What stands behind the opening fence.
    var language: String
    var text: String
  }

  /// The whole text.
  let text: String
  var blocks: [Block] = []

  /// Reads a file, named from the top of the project.
  init(_ name: String) throws {
    text = try String(contentsOfFile: Self.path(name), encoding: .utf8)
    var open: Block?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let block = open {
          blocks.append(block)
          open = nil
        } else {
          open = Block(language: String(line.dropFirst(3)), text: "")
        }
      } else {
        open?.text += line + "\n"
      }
    }
  }

  /// The first block in a language.
  func first(_ language: String) -> Block? { blocks.first { $0.language == language } }

  /// The top of the project.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The path of a file, named from the top of the project.
  static func path(_ name: String) -> String { root + "/" + name }
}
