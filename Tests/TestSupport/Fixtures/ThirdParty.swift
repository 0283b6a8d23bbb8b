import Foundation

/// Third-party data that is not part of the repository: conformance suites and a corpus of large
/// documents, found through environment variables.
///
/// A suite that needs them says so where it is declared and is skipped visibly without them:
///
/// ```swift
/// @Suite(.enabled(if: ThirdParty.hasSuites, "JPATCH_SUITES names no folder"))
/// ```
public enum ThirdParty {
  /// The folder that `JPATCH_SUITES` names, when it exists.
  public static let suites = folder(namedBy: "JPATCH_SUITES")
  /// The folder that `JPATCH_CORPUS` names, when it exists.
  public static let corpus = folder(namedBy: "JPATCH_CORPUS")

  /// Whether the conformance suites are at hand.
  public static var hasSuites: Bool { suites != nil }
  /// Whether the corpus is at hand.
  public static var hasCorpus: Bool { corpus != nil }

  /// Returns the paths of the files with an extension in a folder of the suites; none without
  /// the suites.
  public static func suiteFiles(in name: String, withExtension suffix: String) -> [String] {
    guard let suites else { return [] }
    let folder = suites + "/" + name
    return Files.names(in: folder, withExtension: suffix).map { folder + "/" + $0 }
  }

  /// Reads the rows of all tables in a folder of the suites; none without the suites.
  public static func suiteRows(in name: String) throws -> [FixtureRow] {
    guard let suites else { return [] }
    return try Files.names(in: "\(suites)/\(name)", withExtension: "json").flatMap { file in
      let table = try ModelJSON(parsing: try Files.bytes(at: "\(suites)/\(name)/\(file)"))
      return (table.elements ?? []).map { FixtureRow(file: "\(name)/\(file)", json: $0) }
    }
  }

  private static func folder(namedBy variable: String) -> String? {
    guard let path = ProcessInfo.processInfo.environment[variable], !path.isEmpty else {
      return nil
    }
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && isFolder.boolValue ? path : nil
  }
}
