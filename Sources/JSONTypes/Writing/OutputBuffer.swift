internal import CBlockIndex

/// The bytes that a writer has written so far, in an array that was made large enough for them.
///
/// If the array turns out to be too small, nothing more is written but everything is counted, and the writer runs
/// again with an array of the right size. So writing is copying, and there is no other check.
///
/// Safety: `base` has room for `capacity` bytes, and lives as long as the closure that the buffer is used in.
@safe
struct OutputBuffer {
  private let base: UnsafeMutablePointer<UInt8>?
  private let capacity: Int
  private(set) var count = 0

  private init(_ base: UnsafeMutablePointer<UInt8>, capacity: Int) {
    unsafe self.base = base
    self.capacity = capacity
  }

  /// Creates a buffer that has no room and only counts.
  init() {
    unsafe base = nil
    capacity = 0
  }

  /// Makes an array of what `write` writes, unless that is more than `limit` bytes.
  ///
  /// `compacts` says whether the white space between tokens is removed afterwards; until then there may be as much of
  /// it as the estimate allows beyond the limit.
  static func array(
    estimate: Int, limit: Int, compacts: Bool = false, _ write: (inout OutputBuffer) -> Void
  ) -> [UInt8]? {
    let final = limit
    let limit = compacts && limit < .max - estimate ? limit + estimate : limit
    var needed = min(max(estimate, 16), limit)
    while true {
      var count = 0
      // In two steps: an array that is made with its content asks the runtime for its type first.
      var bytes: [UInt8] = []
      bytes.reserveCapacity(needed)
      bytes.append(addingCapacity: needed) { span in
        unsafe span.withUnsafeMutableBufferPointer { memory, initialized in
          guard let base = memory.baseAddress else { return }
          var buffer = unsafe OutputBuffer(base, capacity: memory.count)
          write(&buffer)
          count = buffer.count
          initialized = min(count, memory.count)
          if compacts, initialized == count {
            count = unsafe block_index_compact(CInt(TokenIndex.bestLevel), base, count)
            initialized = count
          }
        }
      }
      if count == bytes.count { return count <= final ? bytes : nil }
      guard count <= limit else { return nil }
      needed = count
    }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count < capacity, let base = unsafe base { unsafe (base + count).initialize(to: byte) }
    count += 1
  }

  @inline(__always)
  mutating func append(_ text: TextSlice) {
    if count + text.count <= capacity, let base = unsafe base { unsafe text.copy(to: base + count) }
    count += text.count
  }

  /// Appends text of a tape, behind which there is padding.
  @inline(__always)
  mutating func append(padded text: TextSlice) {
    guard count + text.count + TextSlice.paddedBlock <= capacity, let base = unsafe base else {
      return appendNearEnd(text)
    }
    unsafe text.copyPadded(to: base + count)
    count &+= text.count
  }

  @inline(never)
  private mutating func appendNearEnd(_ text: TextSlice) { append(text) }

  @inline(__always)
  mutating func append(_ bytes: [UInt8]) { bytes.withTextSlice { append($0) } }
}
