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
