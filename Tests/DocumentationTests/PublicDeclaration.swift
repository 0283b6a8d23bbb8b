import Foundation

/// A public function, initialiser, subscript or property of the libraries with its documentation comment, as the
/// sources have it.
struct PublicDeclaration: CustomStringConvertible {
  /// The file and the line.
  var place: String
  /// The keyword: `func`, `init`, `subscript` or `var`.
  var keyword: Substring
  /// The declaration up to its body.
  var signature: String
  /// The comment.
  var documentation: String

  var description: String { "\(place): \(signature)" }

  var isThrowing: Bool { signature.contains(/\bthrows\b/) }

  /// Whether the comment has a callout of that name, such as `- Throws:`.
  func documents(_ callout: String) -> Bool { documentation.contains("/// - \(callout): ") }

  /// The name.
  var name: Substring {
    signature.firstMatch(of: /\b(?:func|var) ([^ (<:]+|<)/)?.1 ?? "init"
  }

  /// A pattern for how a function or property is used: those of protocols have syntax of their own.
  var use: String {
    switch name {
    case "==", "<": " \(name) "
    case "hash": #"\.hashValue\b"#
    case "makeIterator", "next": #"\bfor .* in "#
    default: #"[.(]\#(name)\b"#
    }
  }

  /// Reads the declarations of a folder of sources, named from the top of the project.
  static func all(in folder: String) throws -> [PublicDeclaration] {
    try SourceFile.all(in: folder).flatMap(all(of:))
  }

  private static func all(of file: SourceFile) -> [PublicDeclaration] {
    let start =
      /public (?:(?:static|mutating|nonmutating|consuming|borrowing) )*(func|init|subscript|var)\b/
    var declarations: [PublicDeclaration] = []
    var comment = ""
    for (number, line) in file.lines.enumerated() {
      if line.hasPrefix("///") {
        comment += line + "\n"
        continue
      }
      // An attribute stands between a comment and its declaration.
      if line.hasPrefix("@") { continue }
      if let match = line.prefixMatch(of: start) {
        let rest = file.lines[number...].prefix { !$0.isEmpty }.joined(separator: " ")
        declarations.append(
          PublicDeclaration(
            place: "\(file.name):\(number + 1)", keyword: match.1,
            signature: String(rest.prefix { $0 != "{" }), documentation: comment))
      }
      comment = ""
    }
    return declarations
  }
}
