import Foundation

/// A document and its patch in files of a temporary folder, which goes when this object goes.
final class WorkFiles {
  private let folder: URL

  init(document: [UInt8], patch: [UInt8]) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "PatchBenchmarks-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(document).write(to: URL(filePath: self.document))
    try Data(patch).write(to: URL(filePath: self.patch))
  }

  deinit {
    // A folder that stays behind in the temporary folder does no harm.
    try? FileManager.default.removeItem(at: folder)
  }

  var document: String { folder.appending(path: "document.json").path }
  var patch: String { folder.appending(path: "patch.json").path }
}
