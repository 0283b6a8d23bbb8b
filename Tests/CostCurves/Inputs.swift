import JSONPatching

/// Texts and values of a size.
enum Inputs {
  /// An array of so many small objects.
  static func listText(_ count: Int, first: Int = 0, indented: Bool = false) -> [UInt8] {
    let (line, space) = indented ? ("\n  ", " ") : ("", "")
    let rows = (first..<(first + count)).map {
      "\(line){\"id\":\(space)\($0),\(space)\"name\":\(space)\"item \($0)\",\(space)\"on\":\(space)true}"
    }
    return Array("[\(rows.joined(separator: ","))]".utf8)
  }

  static func list(_ count: Int, first: Int = 0) throws -> JSON {
    try JSON(parsing: listText(count, first: first))
  }

  /// An object of so many members, whose names differ in the end only.
  static func wideText(_ count: Int, value: Int = 0) -> String {
    "{\((0..<count).map { "\"\(name($0))\":\($0 + value)" }.joined(separator: ","))}"
  }

  static func wide(_ count: Int) throws -> JSON { try wide(count, value: 0) }

  static func wide(_ count: Int, value: Int) throws -> JSON {
    try JSON(parsing: wideText(count, value: value))
  }

  static func name(_ number: Int) -> String { "member-\(number)" }

  static func path(_ number: Int) -> JSONPointer { JSONPointer(tokens: [name(number)]) }

  /// An array of numbers.
  static func numbers(_ count: Int) throws -> JSON {
    try JSON(parsing: "[\((0..<count).map(String.init).joined(separator: ","))]")
  }

  /// Objects in objects, and the names that lead down.
  static func deep(_ depth: Int, core: String = "0") throws -> JSON {
    try JSON(
      parsing: String(repeating: #"{"a":"#, count: depth) + core
        + String(repeating: "}", count: depth),
      options: JSON.ParsingOptions(maximumDepth: .max))
  }

  static func path(depth: Int) -> JSONPointer {
    JSONPointer(tokens: Array(repeating: "a", count: depth))
  }

  /// A string of so many characters.
  static func string(_ count: Int) -> String { String(repeating: "x", count: count) }

  /// A number of so many digits.
  static func digits(_ count: Int) -> String { String(repeating: "7", count: max(count, 1)) }

  /// A wide object in which every member has been replaced.
  static func edited(_ count: Int) throws -> JSON {
    try wide(count).applying(replacements(count), limits: .unlimited)
  }

  /// Replaces every member of a wide object.
  static func replacements(_ count: Int) -> JSONPatch {
    JSONPatch((0..<count).map { .replace(path($0), JSON($0 + 1)) })
  }

  static func replacementsText(_ count: Int) -> [UInt8] {
    replacements(count).json.serialized(as: .compact)
  }
}
