import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A server on the loopback address that takes one request and keeps it as it came.
final class LoopbackServer: Sendable {
  /// A request as it came over the wire.
  struct Received: Sendable {
    /// The first line and the fields, without their line ends.
    let head: [String]
    var body: [UInt8] = []

    init(head: ArraySlice<UInt8>) {
      self.head = String(decoding: head, as: UTF8.self).components(separatedBy: "\r\n")
    }

    /// The value of a field.
    func field(_ name: String) -> String? {
      head.dropFirst().first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
        .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
    }
  }

  /// The port that it listens at.
  let port: Int
  private let listener: Int32
  private let received = Mutex<Received?>(nil)
  private let isDone = DispatchSemaphore(value: 0)
  private let hasEnded = DispatchSemaphore(value: 0)

  init() throws {
    let stream = Int32(SOCK_STREAM.rawValue)
    let listener = socket(AF_INET, stream, 0)
    self.listener = listener
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isOpen = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(listener, address, length) == 0 && listen(listener, 4) == 0
          && getsockname(listener, address, &length) == 0
      }
    }
    guard isOpen else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [self] in serve() }
  }

  /// The request; `nil` if none came in time.
  func request() -> Received? {
    guard isDone.wait(timeout: .now() + 30) == .success else { return nil }
    return received.withLock { $0 }
  }

  /// Ends the server, also one that nobody has asked for anything.
  func close() {
    _ = shutdown(listener, Int32(SHUT_RDWR))
    hasEnded.wait()
    // Not before its thread has ended: the number may become that of another server's socket.
    _ = Glibc.close(listener)
  }

  private func serve() {
    defer { hasEnded.signal() }
    let connection = accept(listener, nil, nil)
    guard connection >= 0 else {
      isDone.signal()
      return
    }
    var bytes: [UInt8] = []
    var request: Received?
    while true {
      let searched = max(0, bytes.count - 3)
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = unsafe recv(connection, &chunk, chunk.count, 0)
      guard count > 0 else { break }
      bytes += chunk[..<count]
      if request == nil, let end = Self.endOfHead(in: bytes, from: searched) {
        request = Received(head: bytes[..<end])
        bytes.removeSubrange(..<(end + 4))
        if request?.field("Expect") != nil {
          Self.send("HTTP/1.1 100 Continue\r\n\r\n", to: connection)
        }
      }
      guard let length = request?.field("Content-Length").flatMap({ Int($0) }) else { continue }
      if bytes.count >= length { break }
    }
    request?.body = bytes
    let whole = request
    received.withLock { $0 = whole }
    Self.send(
      "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\n{}\n", to: connection)
    _ = Glibc.close(connection)
    isDone.signal()
  }

  private static func send(_ text: String, to connection: Int32) {
    let bytes = Array(text.utf8)
    _ = unsafe Glibc.send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  private static func endOfHead(in bytes: [UInt8], from start: Int) -> Int? {
    (start..<bytes.count).first { bytes[$0...].starts(with: "\r\n\r\n".utf8) }
  }
}
