import Foundation
import Testing

@testable import PatchCommand

struct FileSystemTests {
  private static func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? NSNumber).intValue
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 1_000_000])
  func `what is written is read`(count: Int) throws {
    let folder = try TemporaryFolder()
    let files = FileSystem(folder: folder.path)
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try files.write(bytes, to: "a")
    #expect(try files.read("a") == bytes)
    #expect(folder.names == ["a"])
  }

  @Test(arguments: [0o600, 0o644, 0o755, 0o440])
  func `a replaced file keeps its permissions`(mode: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a")
    try FileManager.default.setAttributes(
      [.posixPermissions: NSNumber(value: mode)], ofItemAtPath: folder.file("a"))
    try FileSystem(folder: folder.path).write(Array("new".utf8), to: "a", backupSuffix: ".orig")
    #expect(try Self.mode(folder.file("a")) == mode)
    #expect(try Self.mode(folder.file("a.orig")) == mode)
    #expect(try folder.text("a") == "new")
    #expect(try folder.text("a.orig") == "old")
    #expect(folder.names == ["a", "a.orig"])
  }

  @Test func `a symbolic link stays one and its target is replaced`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.file("far"), withIntermediateDirectories: false)
    try folder.write("old", to: "far/target")
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("link"), withDestinationPath: "far/target")
    try FileSystem(folder: folder.path).write(Array("new".utf8), to: "link")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("link")) == "far/target"
    )
    #expect(try folder.text("far/target") == "new")
    #expect(folder.names == ["far", "link"])
  }

  @Test func `a replaced file is a new one, so that a reader of the old one sees all of it`() throws
  {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a")
    let reader = try #require(FileHandle(forReadingAtPath: folder.file("a")))
    try FileSystem(folder: folder.path).write(Array("new and longer".utf8), to: "a")
    #expect(try reader.readToEnd() == Data("old".utf8))
  }

  @Test func `a device is written to`() throws {
    let files = FileSystem(folder: nil)
    try files.write([1, 2, 3], to: "/dev/null")
    #expect(FileManager.default.fileExists(atPath: "/dev/null"))
    let error = #expect(throws: FileError.self) { try files.write([1], to: "/dev/full") }
    #expect(error?.description == "cannot write /dev/full: no space left")
  }

  @Test(arguments: [1, 65_535, 65_536, 65_537, 200_000])
  func `a file of the limit is too large, one byte less is not`(limit: Int) throws {
    let folder = try TemporaryFolder()
    let files = FileSystem(folder: folder.path, sizeLimit: limit)
    let bytes = [UInt8](repeating: 7, count: limit)
    try folder.write(Array(bytes.dropLast()), to: "enough")
    #expect(try files.read("enough") == Array(bytes.dropLast()))
    try files.write([1], to: "enough", backupSuffix: ".orig")
    #expect(try files.read("enough.orig") == Array(bytes.dropLast()))
    for count in [limit, limit + 1] {
      try folder.write([UInt8](repeating: 7, count: count), to: "large")
      let error = #expect(throws: FileError.self) { try files.read("large") }
      #expect(error?.description == "cannot read large: it is too large")
      let unwritten = #expect(throws: FileError.self) {
        try files.write([1], to: "large", backupSuffix: ".orig")
      }
      #expect(unwritten?.reason == "it is too large")
      #expect(try folder.text("large").utf8.count == count)
    }
    #expect(folder.names == ["enough", "enough.orig", "large"])
  }

  @Test func `errors are said in words`() throws {
    let folder = try TemporaryFolder()
    let files = FileSystem(folder: folder.path)
    try folder.write("x", to: "file")
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("loop"), withDestinationPath: "loop")
    let reasons = [
      ("none", "no such file"), (".", "it is a directory"),
      ("file/x", "a part of its path is not a directory"),
      ("loop", "its symbolic links go round in a circle"),
      (String(repeating: "n", count: 300), "its name is too long"),
    ]
    for (name, reason) in reasons {
      let error = #expect(throws: FileError.self) { try files.read(name) }
      #expect(error?.reason == reason)
    }
    #expect(SystemError(12_345).description == "error 12345 of the operating system")
  }
}
