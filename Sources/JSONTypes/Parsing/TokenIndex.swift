internal import CBlockIndex

/// Where the tokens of a text begin and its strings end, found by a kernel, one chunk of the text after the other.
///
/// The kernel copies the text by the way. So what is copied is what tokens are known of, and a token must not be read
/// before the place of the next one is known.
///
/// Safety: places lie within the text or at its end, where zeros follow; after the last token as many places of the end
/// follow as somebody may take between two supplies.
@safe
struct TokenIndex {
  private let source: TextSlice
  private let level: CInt
  private var state = block_index_state()
  /// In memory of this thread: there is one index at a time, since nothing else is called while a text is scanned.
  private var places = unsafe block_index_scratch()
  /// How many of the ends of strings with a backslash have been taken.
  private var takenEscapedEnds = 0
  /// Where the next chunk begins.
  private var nextChunk = 0

  /// How many places there are at least after a supply.
  static let reserve = 16
  /// More places than are taken, and more nodes than are written, from one look at the supplies to the next.
  static let step = 8
  /// The unit in which the text is copied.
  static let blockSize = Int(BLOCK_INDEX_BLOCK)
  /// What this machine has: 0 if nothing of use.
  static let bestLevel = Int(block_index_level())
  private static let chunkSize = Int(BLOCK_INDEX_CHUNK)

  init(_ source: TextSlice, level: Int) {
    self.source = source
    self.level = CInt(level)
  }

  /// The first of the places.
  var first: UnsafePointer<UInt32> { unsafe UnsafePointer(places.starts) }

  /// Whether everything that the kernel looks at is right: UTF-8, and strings that end and hold no control characters
  /// and no wrong escapes.
  var isRight: Bool { state.failed == 0 && state.in_string == 0 }

  /// How much of the text has been looked at.
  var reach: Int { min(nextChunk, source.count) }

  /// A number of bytes that no white space between two tokens exceeds, unless some fills a whole block.
  var gapBound: Int? { state.blank == 0 ? 2 * Self.blockSize : nil }

  // MARK: Supplies

  /// Makes sure that there are enough places, of which those that have not been taken come first.
  ///
  /// - Returns: How many there are.
  @inline(never)
  mutating func supply(
    keeping left: Int, from next: UnsafePointer<UInt32>, copyingTo text: UnsafeMutablePointer<UInt8>
  ) -> Int {
    if left > 0 { unsafe places.starts.update(from: next, count: left) }
    unsafe places.start_count = left
    while unsafe places.start_count < Self.reserve {
      if nextChunk > source.count {
        let count = unsafe places.start_count
        unsafe (places.starts + count).update(
          repeating: UInt32(truncatingIfNeeded: source.count), count: Self.reserve)
        unsafe places.start_count += Self.reserve
      } else {
        unsafe findMore(copyingTo: text)
      }
    }
    return unsafe places.start_count
  }

  private mutating func findMore(copyingTo text: UnsafeMutablePointer<UInt8>) {
    let left = unsafe places.escaped_count - takenEscapedEnds
    if left > 0 {
      unsafe places.escaped_ends.update(from: places.escaped_ends + takenEscapedEnds, count: left)
    }
    unsafe places.escaped_count = left
    takenEscapedEnds = 0
    unsafe block_index_chunk(level, source.base, text, nextChunk, source.count, &state, &places)
    nextChunk += Self.chunkSize
  }

  // MARK: Strings with a backslash

  /// Where the next string with a backslash ends, if that is known; -1 if not.
  var nextEscapedEnd: Int {
    unsafe takenEscapedEnds < places.escaped_count
      ? Int(places.escaped_ends[takenEscapedEnds]) : -1
  }

  /// Takes the place where a string with a backslash ends.
  ///
  /// - Returns: The next one, as above. Called for few strings, and not inlined for the sake of all the others.
  @inline(never)
  mutating func takeEscapedEnd() -> Int {
    takenEscapedEnds += 1
    return nextEscapedEnd
  }
}
