internal import JSONPatching

/// The sources of a profile that is being read.
struct SourceTable {
  let all: [PatchProfile.Source]

  /// The source that the member `source` names.
  func source(_ fields: ProfileFields) throws(PatchProfileError) -> PatchProfile.Source {
    let node = try fields.required("source")
    let name = try node.string()
    if let source = all.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) { return source }
    let nearest = Spelling.nearest(to: name, among: all.lazy.map(\.name))
    throw node.error(
      .nameUnknown, "there is no source \"\(name)\"",
      help: nearest.map { "did you mean \"\($0)\"?" } ?? "declare it in \"sources\"")
  }
}
