import Foundation
public import JSONTypes

/// The repository's own test data: the files under `Fixtures/`.
///
/// ```swift
/// let documents = try Fixtures.json("launchdarkly/documents.json")
/// ```
public enum Fixtures {
  /// The path of the `Fixtures` folder, found from where this source file lies.
  public static let folder: String = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in ["Tests", "TestSupport", "Fixtures", "Fixtures.swift"] {
      folder.deleteLastPathComponent()
    }
    return folder.appendingPathComponent("Fixtures").path
  }()

  /// Returns the path of a file or folder below ``folder``.
  public static func path(_ name: String) -> String {
    folder + "/" + name
  }

  /// Reads a file as it is.
  public static func bytes(_ name: String) throws -> [UInt8] {
    try Files.bytes(at: path(name))
  }

  /// Reads a UTF-8 file.
  public static func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// Reads and parses a JSON file with the engine's own parser.
  public static func json(_ name: String) throws -> JSON {
    try JSON(parsing: try bytes(name))
  }

  /// Returns the names of the files with an extension in a folder, relative to ``folder`` and
  /// sorted; it is an error if there are none, lest a test pass without its data.
  public static func files(in name: String, withExtension suffix: String = "json") throws
    -> [String]
  {
    let names = Files.names(in: path(name), withExtension: suffix)
    if names.isEmpty { throw FixtureError(description: "no .\(suffix) files in \(path(name))") }
    return names.map { name + "/" + $0 }
  }
}

/// Reading files, for test data that may lie anywhere.
public enum Files {
  /// Reads a file as it is.
  public static func bytes(at path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Returns the sorted names of the files in a folder; none when there is no such folder.
  public static func names(in path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// Returns the sorted names of the files with an extension in a folder; none when there is no
  /// such folder.
  public static func names(in path: String, withExtension suffix: String) -> [String] {
    names(in: path).filter { $0.hasSuffix("." + suffix) }
  }
}
