/// A file of fixtures is not as its README says.
public struct FixtureError: Error, CustomStringConvertible {
  /// The file and what is wrong with it.
  public var description: String
}

/// One row of a table of fixtures: an object of a JSON file, read with the model's parser so that
/// no mistake of the engine can hide in the expectations.
public struct FixtureRow: Sendable {
  /// The file, relative to `Fixtures`.
  public var file: String
  /// The object.
  public var json: ModelJSON

  /// Reads all rows of the tables in a folder of fixtures.
  public static func rows(in folder: String) throws -> [FixtureRow] {
    try Fixtures.files(in: folder).flatMap(rows(of:))
  }

  /// Reads all rows of a table.
  public static func rows(of file: String) throws -> [FixtureRow] {
    guard let elements = try ModelJSON(parsing: try Fixtures.bytes(file)).elements else {
      throw FixtureError(description: "\(file) is no array")
    }
    return elements.map { FixtureRow(file: file, json: $0) }
  }

  /// What the case is about.
  public var comment: String { self.json["comment"]?.text ?? "" }

  /// The string of a member, which may be written as an array of lines.
  public func text(_ name: String) -> String? {
    guard let value = json[name] else { return nil }
    return value.text ?? value.elements?.compactMap(\.text).joined(separator: "\n")
  }

  /// The string of a member that every row must have.
  public func requiredText(_ name: String) throws -> String {
    guard let text = text(name) else { throw missing(name) }
    return text
  }

  /// A JSON text: the compact text of member `name`, or the string of member `nameText`.
  public func jsonText(_ name: String) throws -> [UInt8]? {
    if let text = text(name + "Text") { return Array(text.utf8) }
    return json[name]?.compactText
  }

  /// A text that may be no JSON and no UTF-8: member `text`, or bytes in hexadecimal in `hex`.
  public func bytes() throws -> [UInt8] {
    if let text = text("text") { return Array(text.utf8) }
    return try requiredText("hex").split(separator: " ").map { digits in
      guard let byte = UInt8(digits, radix: 16) else { throw missing("hex") }
      return byte
    }
  }

  /// Describes a member that is not there or not as it must be.
  public func missing(_ name: String) -> FixtureError {
    FixtureError(description: "\(file), \"\(comment)\": no usable \"\(name)\"")
  }
}

extension FixtureRow: CustomStringConvertible {
  /// The file and what the case is about.
  public var description: String { "\(file): \(comment)" }
}
