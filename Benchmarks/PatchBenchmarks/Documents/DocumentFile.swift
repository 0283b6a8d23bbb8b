import Foundation
import JSONPatching
import PeerProcesses

/// A document that was not generated, with the patch that belongs to it.
struct DocumentFile {
  var name: String
  var document: [UInt8]
  var patch: [UInt8]?
  /// The later version of the document.
  var successor: [UInt8]?

  /// Reads a file, and the patch from `NAME.patch.json` beside `NAME.json` if there is one, or the later version from
  /// `NAME.dst.json` beside `NAME.src.json`.
  init(reading path: String) throws(UnreadableFile) {
    let file = URL(filePath: path)
    name = file.lastPathComponent
    document = try Self.contents(of: file)
    if name.hasSuffix(Self.sourceSuffix) {
      name.removeLast(Self.sourceSuffix.count)
      successor = try Self.contents(
        of: file.deletingLastPathComponent().appending(path: name + ".dst.json"))
      return
    }
    let patchFile = file.deletingPathExtension().appendingPathExtension("patch.json")
    if FileManager.default.fileExists(atPath: patchFile.path) {
      patch = try Self.contents(of: patchFile, forDocument: document)
    }
  }

  private static let sourceSuffix = ".src.json"

  /// A patch that fails is not a workload.
  private static func contents(
    of file: URL, forDocument document: [UInt8]
  ) throws(UnreadableFile) -> [UInt8] {
    let patch = try contents(of: file)
    do {
      _ = try Tree(reading: document).patched(by: Tree(reading: patch))
    } catch {
      throw UnreadableFile(name: file.relativePath, reason: "\(error)")
    }
    return patch
  }

  private static func contents(of file: URL) throws(UnreadableFile) -> [UInt8] {
    let bytes: [UInt8]
    do {
      bytes = try [UInt8](contentsOf: file)
    } catch {
      throw UnreadableFile(name: file.relativePath, reason: error.localizedDescription)
    }
    do {
      _ = try JSON(parsing: bytes)
    } catch {
      throw UnreadableFile(name: file.relativePath, reason: "\(error)")
    }
    return bytes
  }
}

/// A file that was named cannot be measured.
struct UnreadableFile: Error, CustomStringConvertible {
  var name: String
  var reason: String

  var description: String { "cannot measure '\(name)': \(reason)" }
}

// MARK: - Corpus

extension DocumentFile {
  /// The documents that everybody measures parsers with, from the folder of real documents.
  ///
  /// What is not there gets a line in the notes.
  static func corpus(in folder: String, notes: inout [String]) -> [DocumentFile] {
    ["twitter.json", "citm_catalog.json", "canada.json"].compactMap { name in
      do {
        var file = try DocumentFile(reading: folder + "/benchmark/" + name)
        if name == "twitter.json" { file.patch = twitterPatch.json() }
        return file
      } catch {
        notes.append("\(name) is not in the corpus and was left out")
        return nil
      }
    }
  }

  /// Four operations at the four corners of `twitter.json`.
  private static let twitterPatch: Tree = [
    ["op": "replace", "path": "/statuses/50/text", "value": "hello"],
    ["op": "add", "path": "/search_metadata/extra", "value": ["a": [1, 2, 3]]],
    ["op": "remove", "path": "/statuses/10/user"],
    ["op": "test", "path": "/statuses/0/retweet_count", "value": 0],
  ]
}
