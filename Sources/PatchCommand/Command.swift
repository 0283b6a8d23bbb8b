/// The command `jpatch`, without a process around it.
package enum Command {
  /// Runs a command line.
  ///
  /// The output is complete before its first byte is written; nothing is written when there is no
  /// result, except for the report of that to whoever asked for a report.
  ///
  /// - Parameters:
  ///   - words: The words after the name of the tool.
  ///   - host: The world to run in.
  /// - Returns: The status to end the process with.
  package static func run(_ words: [String], on host: Host) -> ExitStatus {
    deliver(outcome(of: words, on: host), to: host)
  }

  private static func outcome(of words: [String], on host: Host) -> Outcome {
    var arguments = Arguments(verb: .root)
    do {
      arguments = try ArgumentParser.parse(words, by: .root)
      let context = Context(arguments, host: host)
      return try arguments.verb.action?(arguments, context) ?? Outcome(.success)
    } catch {
      let wantsReport = error.wantsReport || arguments.wantsJSON
      return Outcome(
        error.status, output: wantsReport ? Report.failure(error) : [],
        talk: error.text(Context(arguments, host: host).talk))
    }
  }

  /// Writes what there is to say.
  private static func deliver(_ outcome: Outcome, to host: Host) -> ExitStatus {
    var status = outcome.status
    var talk = outcome.talk
    do {
      if !outcome.output.isEmpty { try host.write(outcome.output, .output) }
    } catch {
      // A reader that has seen enough does not make the answer another one.
      if error != .brokenPipe {
        status = .trouble
        talk += "error: \(FileError(.write, "standard output", error))\n"
      }
    }
    // There is nobody left to tell if this fails as well.
    if !talk.isEmpty { try? host.write(Array(talk.utf8), .error) }
    return status
  }
}

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
