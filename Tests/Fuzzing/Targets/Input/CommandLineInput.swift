/// The words of a command line, decoded from the bytes that a fuzzer makes up: one on each line.
struct CommandLineInput {
  /// The words after the name of the tool.
  let words: [String]

  /// The folder that absolute paths may lead to, which must not exist.
  static let nowhere = "/none/"

  init(_ bytes: [UInt8]) {
    words = bytes.prefix(2000).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    )
    .map { Self.harmless(String(decoding: $0, as: UTF8.self)) }
  }

  /// The word, without its slashes unless they lead nowhere: a fuzzer that finds `-o` must not find
  /// a file outside of the folder that it works in.
  private static func harmless(_ word: String) -> String {
    let path = word.utf8.drop { $0 != UInt8(ascii: "/") }
    if path.starts(with: nowhere.utf8) { return word }
    return String(decoding: word.utf8.filter { $0 != UInt8(ascii: "/") }, as: UTF8.self)
  }
}
