import JSONPatching
import PatchCommand
import TestSupport

extension FuzzTarget {
  /// Every command line ends with a status that fits what it writes, says nothing that commands a
  /// terminal, and changes files only where it has done its work.
  static func argumentsFinding(in input: CommandLineInput) -> String? {
    guard let files else { return "the fixtures cannot be read" }
    let run: CommandRun
    do {
      run = try CommandRun(input.words, files: files, input: standardInput)
    } catch {
      return "the folder cannot be used: \(error)"
    }
    let talk = String(decoding: run.talk, as: UTF8.self)
    if let scalar = talk.unicodeScalars.first(where: { $0 != "\n" && $0.isControl }),
      !input.wantsColor
    {
      return "control character \(scalar.value) on standard error: \(talk)"
    }
    switch run.status {
    case .success: break
    case .refused: if run.output.isEmpty, talk.isEmpty { return "refused without a word" }
    case .trouble, .usage: if !talk.hasSuffix("\n") { return "no message, but \(TextBytes(talk))" }
    }
    if run.status == .usage, !run.output.isEmpty, (try? JSON(parsing: run.output)) == nil {
      return "wrong usage, but output: \(TextBytes(run.output))"
    }
    if run.status != .success, run.files != files {
      return "status \(run.status), but the files are now \(run.files.mapValues(TextBytes.init))"
    }
    return nil
  }

  /// The files that a command line finds: made up for the purpose, and a profile, a manifest and a resource of LaunchDarkly.
  private static let files: [String: [UInt8]]? = {
    let madeUp = [
      "doc.json": #"{"a": {"b": [1, 2, {"c": null}]}, "version": 4}"#,
      "new.json": #"{"a": {"b": [2, {"c": true}], "d": "x"}, "version": 4}"#,
      "patch.json": #"[{"op": "replace", "path": "/version", "value": 5}]"#,
      "bad.json": #"[{"op": "remove", "path": "/none"}, {"op": "ad", "path": "a"}]"#,
      "merge.json": #"{"a": null, "e": [1]}"#,
      "text": "no JSON",
    ].mapValues { Array($0.utf8) }
    let fixtures = try? [
      "profile.json": "profiles/open.json", "manifest.json": "profiles/manifest.json",
      "resource.json": "preview/flag-import.json", "edited.json": "preview/flag-import-edited.json",
      "edit.json": "preview/flag-import-patch.json",
    ].mapValues { try Fixtures.bytes($0) }
    return fixtures.map { madeUp.merging($0) { first, _ in first } }
  }()

  private static let standardInput = Array(#"[{"op": "add", "path": "/new", "value": {}}]"#.utf8)
}

extension CommandLineInput {
  /// Whether a word asks for colour, which is made of control characters.
  fileprivate var wantsColor: Bool { words.contains { $0.utf8.contains(Array("always".utf8)) } }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { properties.generalCategory == .control }
}
