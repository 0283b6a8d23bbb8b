#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {
  /// Writes a file, creating it or replacing what it has.
  ///
  /// A regular file is replaced atomically: whoever looks sees the old bytes or the new ones,
  /// never a part. The new file keeps the permissions of the old one, and its owner and group as far
  /// as the process may give files away. Symbolic links are followed.
  /// A device or a pipe is written to as it is.
  ///
  /// - Parameters:
  ///   - bytes: The new contents.
  ///   - name: The name of the file.
  ///   - backupSuffix: What to append to the name for a copy of the old contents; `nil` for none.
  /// - Throws: The reason why the file was not written; it is then as it was.
  func write(_ bytes: [UInt8], to name: String, backupSuffix: String? = nil) throws(FileError) {
    do throws(SystemError) {
      var status = stat()
      guard unsafe stat(path(of: name), &status) == 0 else {
        let error = SystemError.last
        guard error.number == ENOENT else { throw error }
        return try replace(path(of: name), with: bytes)
      }
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        let target = try resolved(path(of: name))
        if let backupSuffix {
          let old = try FileDescriptor(owning: unsafe open(target, O_RDONLY | O_CLOEXEC))
          let contents = try old.readToEnd(limit: sizeLimit)
          try replace(target + backupSuffix, with: contents, like: status)
        }
        try replace(target, with: bytes, like: status)
      case S_IFDIR:
        throw SystemError(EISDIR)
      default:
        let file = try FileDescriptor(owning: unsafe open(path(of: name), O_WRONLY | O_CLOEXEC))
        try file.write(bytes)
      }
    } catch {
      throw FileError(.write, name, error)
    }
  }

  /// Puts a complete new file in the place of whatever has the path, with the owner and the
  /// permissions of another if it is not to be like any new file.
  private func replace(
    _ path: String, with bytes: [UInt8], like old: stat? = nil
  ) throws(SystemError) {
    // In the same folder, because a rename cannot cross file systems.
    let temporary = path + "." + String(UInt64.random(in: .min ... .max), radix: 36)
    let file = try FileDescriptor(
      owning: unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666))
    do throws(SystemError) {
      try file.write(bytes)
      if let old {
        let keepsOwner = fchown(file.number, old.st_uid, old.st_gid) == 0
        guard keepsOwner || errno == EPERM else { throw SystemError.last }
        // Who may not give files away can still have the group, but no rights of the old owner.
        if !keepsOwner { _ = fchown(file.number, uid_t.max, old.st_gid) }
        let mode = old.st_mode & (keepsOwner ? 0o7777 : 0o777)
        guard fchmod(file.number, mode) == 0 else { throw SystemError.last }
      }
      try file.synchronize()
      guard unsafe rename(temporary, path) == 0 else { throw SystemError.last }
    } catch {
      _ = unsafe unlink(temporary)
      throw error
    }
  }

  /// The path without symbolic links.
  private func resolved(_ path: String) throws(SystemError) -> String {
    guard let buffer = unsafe realpath(path, nil) else { throw .last }
    defer { unsafe free(buffer) }
    return unsafe String(cString: buffer)
  }
}
