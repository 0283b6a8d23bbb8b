import Foundation
import TestSupport
import Testing

/// Every console fixture, line by line.
///
/// With `JPATCH_RECORD=1` the fixtures are written anew from what the commands print, to be read
/// and judged in the diff.
struct TranscriptTests {
  @Test(arguments: try Fixtures.files(in: "command", withExtension: "console"))
  func `the commands print what the transcript has`(file: String) throws {
    var transcript = Transcript(parsing: try Fixtures.text(file))
    #expect(!transcript.steps.isEmpty)
    for index in transcript.steps.indices {
      let actual = try transcript.steps[index].run()
      if ProcessInfo.processInfo.environment["JPATCH_RECORD"] == nil {
        let expected = transcript.steps[index].expected
        #expect(actual == expected, "\(file): \(transcript.steps[index].line)")
      }
      transcript.steps[index].expected = actual
    }
    if ProcessInfo.processInfo.environment["JPATCH_RECORD"] != nil {
      try Data(transcript.text.utf8).write(to: URL(fileURLWithPath: Fixtures.path(file)))
    }
  }
}
