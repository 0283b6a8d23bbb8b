#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files that a command reads and writes.
struct FileSystem: Sendable {
  /// The folder that relative names start from; `nil` is the folder of the process.
  let folder: String?
  /// The size from which a file is refused.
  var sizeLimit = Self.defaultSizeLimit

  /// Nothing that is a resource or a patch is so large.
  static let defaultSizeLimit = 1 << 30

  /// The bytes of a file.
  func read(_ name: String) throws(FileError) -> [UInt8] {
    do {
      let file = try FileDescriptor(owning: unsafe open(path(of: name), O_RDONLY | O_CLOEXEC))
      return try file.readToEnd(limit: sizeLimit)
    } catch {
      throw FileError(.read, name, error)
    }
  }

  /// Whether there is something of a name.
  func exists(_ name: String) -> Bool {
    unsafe access(path(of: name), F_OK) == 0
  }

  /// The name as the operating system needs it.
  func path(of name: String) -> String {
    guard let folder, !name.utf8.starts(with: "/".utf8) else { return name }
    return folder + "/" + name
  }
}

/// A file that could not be read or written, with the reason in words.
struct FileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was to be done with the file.
  enum Action: String, Sendable {
    case read
    case write
  }

  /// What was to be done.
  let action: Action
  /// The file as the user calls it.
  let name: String
  /// The reason, in lower case and without a full stop.
  let reason: String

  var description: String { "cannot \(action) \(name.visible): \(reason)" }
}

extension FileError {
  init(_ action: Action, _ name: String, _ error: SystemError) {
    self.init(action: action, name: name, reason: error.description)
  }
}
