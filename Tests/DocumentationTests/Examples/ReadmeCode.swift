import JSONPatching
import PatchProfiles

/// The code of the README, where the compiler sees it.
enum ReadmeCode {
  static func patched(
    _ documentBytes: [UInt8], with patchBytes: [UInt8]
  ) throws -> [UInt8]? {
    // example
    var document = try JSON(parsing: documentBytes)
    let patch = try JSONPatch(parsing: patchBytes)  // or: [.replace("/name", "EU")]

    let preview = PatchProfile.flagImportConfiguration.preview(patch, of: document)
    for finding in preview.diagnostics { print(finding) }
    guard preview.isAccepted else { return nil }

    try document.apply(patch)  // all operations, or none
    return document.serialized()  // what the patch did not touch is there byte for byte
    // end
  }
}
