#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file of the operating system, closed at the end of its life unless it is a standard
/// stream.
///
/// The calls of the C library that take pointers are all in this file and in those of
/// `FileSystem`; each is `unsafe` only because a pointer to a local buffer or string is passed for
/// the duration of the call.
struct FileDescriptor: ~Copyable {
  /// The number by which the operating system knows the file.
  let number: Int32
  private let isOwned: Bool

  /// A standard stream: 0, 1 or 2.
  init(standard number: Int32) {
    self.number = number
    isOwned = false
  }

  /// Takes over a number that a call of the C library returned.
  ///
  /// - Throws: The last error of the C library when the number is negative.
  init(owning number: Int32) throws(SystemError) {
    guard number >= 0 else { throw .last }
    self.number = number
    isOwned = true
  }

  deinit {
    if isOwned { _ = close(number) }
  }

  /// What kind of file it is, how large, and who may do what with it.
  borrowing func status() throws(SystemError) -> stat {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw .last }
    return status
  }

  /// The bytes from the current position to the end, which must be fewer than a limit.
  borrowing func readToEnd(limit: Int) throws(SystemError) -> [UInt8] {
    let expected = Int(try status().st_size)
    // One byte more than the size, so that the end is met without growing the buffer.
    var bytes = [UInt8](repeating: 0, count: max(min(expected, limit) + 1, 1 << 16))
    var count = 0
    while true {
      if count == bytes.count {
        bytes.append(contentsOf: repeatElement(0, count: bytes.count))
      }
      let received = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe read(number, buffer.baseAddress?.advanced(by: count), buffer.count - count)
      }
      if received < 0 {
        let error = SystemError.last
        if error.isInterruption { continue }
        throw error
      }
      if received == 0 { break }
      count += received
      if count >= limit { throw SystemError(EFBIG) }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Writes all bytes.
  borrowing func write(_ bytes: [UInt8]) throws(SystemError) {
    var count = 0
    while count < bytes.count {
      let sent = unsafe bytes.withUnsafeBytes { buffer in
        unsafe libcWrite(number, buffer.baseAddress?.advanced(by: count), buffer.count - count)
      }
      if sent < 0 {
        let error = SystemError.last
        if error.isInterruption { continue }
        throw error
      }
      count += sent
    }
  }

  /// Makes sure that what was written is on the disk.
  borrowing func synchronize() throws(SystemError) {
    guard fsync(number) == 0 else { throw .last }
  }
}

/// `write` of the C library, which the method of the same name hides.
private func libcWrite(_ number: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(number, bytes, count)
}
