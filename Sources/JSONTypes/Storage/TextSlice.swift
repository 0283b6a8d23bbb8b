/// Some bytes of a text that somebody else keeps alive.
///
/// The one place where text is read through pointers outside of the scanner. Safety: a slice is made from a
/// tape, a string or an array that the same scope keeps alive, and never outlives it; access is checked.
@safe
@usableFromInline
package struct TextSlice: RandomAccessCollection {
  @usableFromInline let base: UnsafePointer<UInt8>
  @usableFromInline package let count: Int

  @inlinable
  @inline(__always)
  init(base: UnsafePointer<UInt8>, count: Int) {
    unsafe self.base = base
    self.count = count
  }

  /// Creates a slice of a buffer, which has no address if it has no bytes.
  @inline(__always)
  fileprivate init(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let base = bytes.baseAddress {
      unsafe self.init(base: base, count: bytes.count)
    } else {
      self.init()
    }
  }

  /// Creates a slice without bytes.
  @inline(__always)
  init() { self.init("") }

  @usableFromInline package var startIndex: Int { 0 }

  @usableFromInline package var endIndex: Int { count }

  @usableFromInline
  @inline(__always)
  package subscript(position: Int) -> UInt8 {
    precondition(
      UInt(bitPattern: position) < UInt(bitPattern: count), "position is outside of the text")
    return unsafe base[position]
  }

  /// A part of the slice.
  @usableFromInline
  @inline(__always)
  package subscript(range: Range<Int>) -> TextSlice {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range is outside of the text")
    return unsafe TextSlice(base: base + range.lowerBound, count: range.count)
  }

  /// A part of the slice whose extent comes from a node of its text, which the scanner has checked.
  @inline(__always)
  func slice(_ offset: Int, count: Int) -> TextSlice {
    unsafe TextSlice(base: base + offset, count: count)
  }

  /// Appends the bytes to others.
  func append(to bytes: inout [UInt8]) {
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
  }

  /// Whether two slices have the same bytes; most that are compared are short, and most differ early.
  @inline(__always)
  package static func == (first: TextSlice, second: TextSlice) -> Bool {
    let count = first.count
    guard count == second.count else { return false }
    let (one, other) = unsafe (first.base, second.base)
    guard count >= 8 else {
      if count >= 4 {
        return unsafe load4(one, 0) == load4(other, 0)
          && load4(one, count - 4) == load4(other, count - 4)
      }
      for position in 0..<count where unsafe one[position] != other[position] { return false }
      return true
    }
    var position = 0
    while position + 8 <= count {
      if unsafe load(one, position) != load(other, position) { return false }
      position += 8
    }
    // The last load overlaps the one before it.
    return unsafe load(one, count - 8) == load(other, count - 8)
  }

  /// How many bytes at the beginning two slices have in common.
  @inline(__always)
  func commonPrefix(_ other: TextSlice) -> Int {
    let limit = Swift.min(count, other.count)
    let (one, second) = unsafe (base, other.base)
    var position = 0
    guard limit >= 8 else {
      while position < limit, unsafe one[position] == second[position] { position &+= 1 }
      return position
    }
    while true {
      let difference =
        unsafe UInt64(littleEndian: Self.load(one, position))
        ^ UInt64(littleEndian: Self.load(second, position))
      if difference != 0 { return position &+ difference.trailingZeroBitCount / 8 }
      if position == limit &- 8 { return limit }
      // The last load overlaps the one before it.
      position = Swift.min(position &+ 8, limit &- 8)
    }
  }

  /// Whether any of the bytes is this one, which is not zero.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    guard count >= 8 else { return Self.places(of: byte, in: word) != 0 }
    var position = 0
    while position &+ 8 < count {
      if unsafe Self.places(of: byte, in: Self.load(base, position)) != 0 { return true }
      position &+= 8
    }
    // The last load overlaps the one before it.
    return unsafe Self.places(of: byte, in: Self.load(base, count &- 8)) != 0
  }

  /// The position of the first byte from a position on that is this one; the count if there is none.
  @inline(__always)
  func firstIndex(of byte: UInt8, from start: Int) -> Int {
    var position = start
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    while position &+ 8 <= count {
      let word = unsafe UInt64(littleEndian: Self.load(base, position)) ^ pattern
      let found = Self.zeroBytes(word)
      if found != 0 { return position &+ found.trailingZeroBitCount / 8 }
      position &+= 8
    }
    guard count >= 8 else {
      while position < count, unsafe base[position] != byte { position &+= 1 }
      return position
    }
    guard position < count else { return count }
    // The last load overlaps the one before it; what has been looked at is shifted out.
    let seen = UInt64(truncatingIfNeeded: 8 &* (position &- (count &- 8)))
    let word = unsafe UInt64(littleEndian: Self.load(base, count &- 8)) ^ pattern
    let found = Self.zeroBytes(word &>> seen | ~(.max &>> seen))
    return found == 0 ? count : position &+ found.trailingZeroBitCount / 8
  }

  /// A word with the top bit of every byte that is zero; a borrow only spoils what comes after the first.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// The position of the last byte that is this one, -1 if there is none, and whether any is the other one; neither is
  /// zero, and the slice is one of a tape, whose padding makes a block readable.
  @inline(__always)
  func paddedLastIndex(of byte: UInt8, noticing other: UInt8) -> (Int, isNoticed: Bool) {
    var last = -1
    var noticed: UInt64 = 0
    var position = 0
    while position &+ 8 <= count {
      let block = block(at: position)
      let found = Self.places(of: byte, in: block)
      noticed |= Self.places(of: other, in: block)
      if found != 0 { last = position &+ 7 &- found.leadingZeroBitCount / 8 }
      position &+= 8
    }
    if position < count {
      // What comes behind the text is shifted out, and so is where it would have been found.
      let surplus = UInt64(truncatingIfNeeded: 64 &- 8 &* (count &- position))
      let block = block(at: position) &<< surplus
      let found = Self.places(of: byte, in: block)
      noticed |= Self.places(of: other, in: block)
      if found != 0 { last = count &- 1 &- found.leadingZeroBitCount / 8 }
    }
    return (last, noticed != 0)
  }

  /// The position of the last byte that is this one, which is not zero; -1 if there is none.
  @inline(__always)
  func lastIndex(of byte: UInt8) -> Int {
    var end = count
    while end >= 8 {
      let word = unsafe UInt64(littleEndian: Self.load(base, end &- 8))
      let found = Self.places(of: byte, in: word)
      if found != 0 { return end &- 1 &- found.leadingZeroBitCount / 8 }
      end &-= 8
    }
    let found = Self.places(of: byte, in: slice(0, count: end).word)
    return 7 &- found.leadingZeroBitCount / 8
  }

  /// The top bit of every byte that is this one, without a carry from one to the next.
  @inline(__always)
  private static func places(of byte: UInt8, in word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let difference = word ^ UInt64(byte) &* 0x0101_0101_0101_0101
    return ~((difference & low) &+ low | difference | low)
  }

  /// Up to eight bytes as one number, the first one lowest, filled up with zeros.
  @inlinable
  @inline(__always)
  var word: UInt64 {
    if count >= 8 { return unsafe UInt64(littleEndian: Self.load(base, 0)) }
    if count >= 4 {
      let first = unsafe UInt64(UInt32(littleEndian: Self.load4(base, 0)))
      let last = unsafe UInt64(UInt32(littleEndian: Self.load4(base, count &- 4)))
      return first | last &<< UInt64(8 &* (count &- 4))
    }
    guard count > 0 else { return 0 }
    // One to three bytes: the first, the middle one and the last, some of which may be the same.
    let middle = count / 2
    return unsafe UInt64(base[0]) | UInt64(base[middle]) &<< UInt64(8 &* middle)
      | UInt64(base[count &- 1]) &<< UInt64(8 &* (count &- 1))
  }

  /// The first eight bytes as one number, filled up with zeros if there are fewer; the slice is one of a tape, whose
  /// padding makes a block readable.
  @inline(__always)
  var paddedWord: UInt64 {
    guard count > 0 else { return 0 }
    let surplus = UInt64(truncatingIfNeeded: 8 &* (8 &- Swift.min(count, 8)))
    return unsafe (UInt64(littleEndian: Self.load(base, 0)) &<< surplus) &>> surplus
  }

  /// Eight bytes from a position on as one number, the first one lowest; the slice is one of a tape, whose padding makes
  /// a block readable.
  @inlinable
  @inline(__always)
  func block(at position: Int) -> UInt64 { unsafe UInt64(littleEndian: Self.load(base, position)) }

  /// The bytes of a literal.
  @inlinable
  @inline(__always)
  init(_ literal: StaticString) {
    unsafe self.init(base: literal.utf8Start, count: literal.utf8CodeUnitCount)
  }

  /// Mixes eight bytes at a time; equal slices have equal hashes within a process.
  var contentHash: UInt32 {
    var state = Self.seed ^ UInt64(truncatingIfNeeded: count)
    if count >= 8 {
      var position = 0
      while position + 8 < count {
        state = Self.mix(state, unsafe Self.load(base, position))
        position += 8
      }
      // The last load overlaps the one before it.
      state = Self.mix(state, unsafe Self.load(base, count - 8))
    } else {
      state = Self.mix(state, word)
    }
    state ^= state >> 29
    return UInt32(truncatingIfNeeded: (state &* 0xBF58_476D_1CE4_E5B9) >> 32)
  }

  @inline(__always)
  private static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  /// Whether the bytes can stand in a JSON string as they are: no quotation mark, backslash or control character.
  var isPlain: Bool {
    guard count >= 8 else {
      // Filled up with bytes that are plain.
      return Self.arePlain(word | .max << UInt64(8 * count))
    }
    var position = 0
    while position + 8 < count {
      let word = unsafe UInt64(littleEndian: Self.load(base, position))
      guard Self.arePlain(word) else { return false }
      position += 8
    }
    // The last load overlaps the one before it.
    return unsafe Self.arePlain(UInt64(littleEndian: Self.load(base, count - 8)))
  }

  /// Whether eight bytes are plain: where one is not, subtracting makes its top bit appear.
  @inline(__always)
  private static func arePlain(_ word: UInt64) -> Bool {
    // With one bit changed, a quotation mark is the greatest of the bytes that are too small.
    let controlOrQuote = (word ^ 0x0202_0202_0202_0202) &- 0x2121_2121_2121_2121
    let backslash = (word ^ 0x5C5C_5C5C_5C5C_5C5C) &- 0x0101_0101_0101_0101
    return (controlOrQuote | backslash) & ~word & 0x8080_8080_8080_8080 == 0
  }

  /// Drawn once per process, so that nobody can prepare names that all fall into one slot.
  private static let seed = UInt64.random(in: .min ... .max)

  @inlinable
  @inline(__always)
  static func load(_ base: UnsafePointer<UInt8>, _ offset: Int) -> UInt64 {
    // Safety: the caller has checked that eight bytes follow.
    unsafe UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self)
  }

  @inlinable
  @inline(__always)
  static func load4(_ base: UnsafePointer<UInt8>, _ offset: Int) -> UInt32 {
    // Safety: the caller has checked that four bytes follow.
    unsafe UnsafeRawPointer(base + offset).loadUnaligned(as: UInt32.self)
  }

  /// Copies the bytes to a place with room for them.
  @inline(__always)
  func copy(to target: UnsafeMutablePointer<UInt8>) {
    // Most texts are short, and then a call costs more than the copy; where two blocks overlap, both are right.
    if count > 16 {
      unsafe copyLong(to: target)
    } else if count >= 8 {
      unsafe Self.copy8(base, to: target)
      unsafe Self.copy8(base + count - 8, to: target + count - 8)
    } else if count >= 4 {
      unsafe Self.copy4(base, to: target)
      unsafe Self.copy4(base + count - 4, to: target + count - 4)
    } else {
      for position in 0..<count { unsafe target[position] = base[position] }
    }
  }

  @inline(__always)
  private func copyLong(to target: UnsafeMutablePointer<UInt8>) {
    if count > Self.longestPiece {
      unsafe copyInPieces(to: target)
    } else {
      unsafe target.initialize(from: base, count: count)
    }
  }

  /// The C library copies more than about 2 KiB with an instruction that takes ten times as long on some processors if
  /// the two places have nearly the same offset in their pages.
  private static let longestPiece = 1984

  @inline(never)
  private func copyInPieces(to target: UnsafeMutablePointer<UInt8>) {
    var position = 0
    while position < count {
      let piece = Swift.min(count &- position, Self.longestPiece)
      unsafe (target + position).initialize(from: base + position, count: piece)
      position &+= piece
    }
  }

  /// How many bytes ``copyPadded(to:)`` may write, if there are fewer.
  static let paddedBlock = 16

  /// Copies the bytes from one tape to another, whose padding makes a block readable and writable.
  @inline(__always)
  func copyPadded(to target: UnsafeMutablePointer<UInt8>) {
    if count > 16 {
      unsafe copyLong(to: target)
    } else {
      unsafe Self.copy8(base, to: target)
      unsafe Self.copy8(base + 8, to: target + 8)
    }
  }

  @inline(__always)
  private static func copy8(_ source: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>)
  {
    unsafe UnsafeMutableRawPointer(target).storeBytes(of: load(source, 0), as: UInt64.self)
  }

  @inline(__always)
  private static func copy4(_ source: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>)
  {
    unsafe UnsafeMutableRawPointer(target).storeBytes(of: load4(source, 0), as: UInt32.self)
  }

  /// The bytes in an array.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    append(to: &bytes)
    return bytes
  }

  /// The bytes as a string; they are valid UTF-8 wherever they come from.
  package var string: String {
    unsafe String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
  }
}

extension String {
  /// Calls `body` with the UTF-8 of the string, which is valid as long as the call lasts.
  package func withTextSlice<Result, Failure>(
    _ body: (TextSlice) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe utf8Span.span.withUnsafeBufferPointer { (bytes) throws(Failure) in
      try body(unsafe TextSlice(bytes))
    }
  }
}

extension Span<UInt8> {
  /// Calls `body` with the bytes, which are valid as long as the call lasts.
  func withTextSlice<Failure>(_ body: (TextSlice) throws(Failure) -> Void) throws(Failure) {
    try unsafe withUnsafeBufferPointer { (bytes) throws(Failure) in
      try body(unsafe TextSlice(bytes))
    }
  }
}

extension [UInt8] {
  /// Copies some bytes.
  init(copying bytes: borrowing Span<UInt8>) {
    self = []
    bytes.withTextSlice { self = $0.bytes }
  }

  /// Calls `body` with the bytes, which are valid as long as the call lasts.
  package func withTextSlice<Result, Failure>(
    _ body: (TextSlice) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe span.withUnsafeBufferPointer { (bytes) throws(Failure) in
      try body(unsafe TextSlice(bytes))
    }
  }
}
