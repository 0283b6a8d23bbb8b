/// What a verb has to say: everything is known before the first byte is written.
struct Outcome: Sendable {
  /// The status with which the command ends, if its output can be written.
  var status: ExitStatus
  /// The result, for standard output.
  var output: [UInt8]
  /// The talk around the result, for standard error.
  var talk: String

  init(_ status: ExitStatus, output: [UInt8] = [], talk: String = "") {
    self.status = status
    self.output = output
    self.talk = talk
  }

  init(_ status: ExitStatus, text: String, talk: String = "") {
    self.init(status, output: Array(text.utf8), talk: talk)
  }
}
