import Foundation

/// The package that this program was built from: its fixtures, its peers.
enum PackageFolder {
  /// Found from where this file lies.
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func path(_ name: String) -> String {
    root.appending(path: name).path
  }
}
