extension String {
  /// The text as one word of a POSIX shell that stands for exactly this text.
  ///
  /// Nothing has a meaning between single quotation marks but the next one, which therefore stands
  /// outside of them, escaped.
  var shellQuoted: String {
    "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  /// The text as a word of a shell, in quotation marks only where it needs them.
  var shellWord: String {
    let isPlain = utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "/"),
        UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
        true
      default: false
      }
    }
    return isPlain && !isEmpty ? self : shellQuoted
  }
}
