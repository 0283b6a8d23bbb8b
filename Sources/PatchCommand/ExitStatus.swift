/// The status with which a command ends; the same four for every verb.
///
/// 0, 1 and 2 mean what they mean for `diff` and `grep`, so that a script can tell an answer from a
/// failure to answer.
package enum ExitStatus: Int32, Sendable, CaseIterable {
  /// Yes, the same, done.
  case success = 0
  /// No, different, refused: the tool worked, and this is its answer.
  case refused = 1
  /// Trouble: no answer could be given (unreadable file, malformed input, unwritable output).
  case trouble = 2
  /// A wrong command line; the number is `EX_USAGE` of `sysexits.h`.
  case usage = 64
}
