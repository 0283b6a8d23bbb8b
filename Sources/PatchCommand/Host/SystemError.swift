#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An error number of the operating system, said in words.
package struct SystemError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The value of `errno`.
  package let number: Int32

  /// Creates the error with a number.
  package init(_ number: Int32) {
    self.number = number
  }

  /// The error that the last call of the C library left behind.
  static var last: SystemError { SystemError(errno) }

  /// The file to write to has no reader any more.
  package static let brokenPipe = SystemError(EPIPE)

  /// The call was interrupted by a signal and can be made again.
  var isInterruption: Bool { number == EINTR }

  /// What went wrong, in lower case and without a full stop.
  package var description: String {
    switch number {
    case ENOENT: "no such file"
    case EACCES, EPERM: "permission denied"
    case EISDIR: "it is a directory"
    case ENOTDIR: "a part of its path is not a directory"
    case ELOOP: "its symbolic links go round in a circle"
    case ENAMETOOLONG: "its name is too long"
    case ENOSPC, EDQUOT: "no space left"
    case EROFS: "the file system is read-only"
    case EFBIG: "it is too large"
    case EBADF: "it is closed"
    case EPIPE: "nobody reads it"
    case EIO: "input/output error"
    default: "error \(number) of the operating system"
    }
  }
}
