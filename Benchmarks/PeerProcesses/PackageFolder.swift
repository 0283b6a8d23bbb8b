import Foundation

/// The package that this program was built from: its fixtures, its peers.
public enum PackageFolder {
  /// Found from where this file lies.
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The path of a file, named from the top of the package.
  public static func path(_ name: String) -> String {
    root.appending(path: name).path
  }
}
