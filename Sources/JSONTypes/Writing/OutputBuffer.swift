/// The bytes written so far.
struct OutputBuffer {
  private(set) var bytes: [UInt8] = []

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  @inline(__always)
  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  @inline(__always)
  mutating func append(_ text: TextSlice) { text.append(to: &bytes) }

  @inline(__always)
  mutating func append(_ text: [UInt8]) { bytes.append(contentsOf: text) }
}
