import JSONPatching
import PatchProfiles

/// What the codes in brackets behind findings mean: `jpatch help codes`.
enum CodeHelp {
  /// The word after `help` that asks for all codes.
  static let topic = "codes"

  /// The meaning of a code; `nil` for a word that is none.
  static func sentence(for word: String) -> String? {
    all.first { $0.code.rawValue.hasSameBytes(as: word) }?.sentence
  }

  /// All codes with their meanings, in lines of a number of columns.
  static func text(width: Int) -> String {
    let indent = "  "
    let margin = String(repeating: " ", count: 6)
    let entries = sections.map { title, codes in
      let lines = codes.flatMap { code, sentence in
        [indent + code.rawValue]
          + sentence.wrapped(to: max(20, width - margin.count)).map { margin + $0 }
      }
      return ([title + ":"] + lines).joined(separator: "\n")
    }
    return entries.joined(separator: "\n\n") + "\n"
  }

  /// Every code with its meaning.
  static var all: [Entry] { sections.flatMap(\.codes) }

  typealias Entry = (code: JSONPatch.Code, sentence: String)

  private static let sections: [(title: String, codes: [Entry])] = [
    ("THE TEXT", text), ("THE FORM OF AN OPERATION", form), ("THE EFFECT ON THE DOCUMENT", effect),
    ("THE RULES OF A PROFILE", rules), ("THE VALUES OF A PROFILE", values),
    ("CONVERTING", conversion), ("THE COMMAND", command),
  ]

  private static let text: [Entry] = [
    (.jsonSyntax, "The text is not JSON (RFC 8259)."),
    (
      .jsonDuplicateMember,
      "An object has two members of the same name; readers differ in which of them they take."
    ),
    (.patchNotArray, "A JSON Patch is an array of operations (RFC 6902 section 3)."),
    (.operationNotObject, "An element of the patch is no object (RFC 6902 section 3)."),
    (
      .envelope,
      "The patch stands in {\"comment\": …, \"patch\": […]}, which this request does not have."
    ),
  ]

  private static let form: [Entry] = [
    (.opMissing, "The operation has no \"op\" (RFC 6902 section 4)."),
    (.opUnknown, "The \"op\" is none of add, remove, replace, move, copy and test."),
    (.pathMissing, "The operation has no \"path\" (RFC 6902 section 4)."),
    (.fromMissing, "A move or copy has no \"from\" (RFC 6902 sections 4.4 and 4.5)."),
    (
      .valueMissing,
      "An add, replace or test has no \"value\"; null has to be written (RFC 6902 section 4)."
    ),
    (.pointerSyntax, "A \"path\" or \"from\" is no JSON Pointer (RFC 6901 section 3)."),
    (.memberUnused, "The operation has a member that it does not use. A note."),
  ]

  private static let effect: [Entry] = [
    (.pathNotFound, "The document has no member of that name."),
    (.indexOutOfRange, "The array has fewer elements."),
    (.indexSyntax, "An array index is 0, or digits without a leading zero (RFC 6901 section 4)."),
    (.dashNotAllowed, "\"-\" is the place after the last element; only an addition may end in it."),
    (.notAContainer, "The path leads through a value that is neither object nor array."),
    (.moveIntoSelf, "A value cannot be moved into itself (RFC 6902 section 4.4)."),
    (.rootRemoved, "Without the whole document there is no document."),
    (.testFailed, "The document has another value than the test requires (RFC 6902 section 4.6)."),
    (.noEffect, "The document has this value already. A warning."),
    (.typeChanged, "A value of another kind takes the place of one. A warning."),
    (.limitExceeded, "The patch does more than a limit allows; --max-… options raise limits."),
  ]

  private static let rules: [Entry] = [
    (.pathNotEditable, "The profile does not let this path be changed."),
    (.operationNotPermitted, "The path may be changed, but not by this operation."),
    (.pathOutsideProfile, "The profile does not know the path. A warning."),
    (
      .pathNotDocumented,
      "Only a sample or an inference says that the path may be changed, and --strict was given."
    ),
    (.opNotDocumented, "The operation is not in the schema that the API publishes."),
    (.rootReplaced, "The whole document would be replaced, and with it what may not be changed."),
    (
      .valueContainsUneditable,
      "The operation brings, replaces or takes away something inside that may not be changed."
    ),
    (
      .samplePathNotInRepresentation,
      "A published sample uses a path that the published representation does not have. A warning."
    ),
    (.versionAsync, "The tested counter moves by itself. A warning."),
    (.counterName, "The resource's counter has another name than the one tested. A warning."),
    (
      .indexShifted,
      "An earlier removal has moved the elements, so that this index is another one's. A warning."
    ),
    (
      .elementRepeated,
      "The element is there already, and the server keeps each once. A warning."
    ),
    (
      .elementIndex,
      "The server sorts the array, so that the index may be another element's by then. A warning."
    ),
    (.unreadName, "The path is written under another name than it is read. A warning."),
  ]

  private static let values: [Entry] = [
    (.type, "The value is of another kind than the resource has there."),
    (.typeUnknown, "Without the document it is not known what a move or copy takes. A warning."),
    (.schema, "A part of the value does not have the published shape."),
    (
      .maskedSecret,
      "The value looks like the mask that the API shows in place of a secret. A warning."
    ),
    (
      .testUndecided,
      "The document has only the mask of the secret that the test compares. A warning."
    ),
    (.requiredFormVariable, "A variable that the integration needs would be missing."),
    (.formVariableType, "The integration's manifest does not allow this value."),
    (.unknownFormVariable, "The integration's manifest does not have this variable. A warning."),
  ]

  private static let conversion: [Entry] = [
    (.notExpressible, "A merge patch (RFC 7396) cannot say this: null removes a member."),
    (.arrayReplaced, "A merge patch (RFC 7396) can only replace an array as a whole. A warning."),
    (.testLost, "A merge patch (RFC 7396) has no tests. A warning."),
    (
      .secretExposed,
      "The patch that was made has a secret in it, so that it is not printed without '--reveal'."
    ),
    (
      .formatNotDocumented,
      "The resource documents no merge patches (RFC 7396), only JSON Patches. A warning."
    ),
  ]

  private static let command: [Entry] = [
    (.usage, "The command line is wrong."),
    (.fileUnreadable, "A file cannot be read."),
    (.fileUnwritable, "A file cannot be written."),
    (.profileUnknown, "There is no profile of that name."),
    (.profileInvalid, "A file is no profile; the message says what is wrong in which line."),
    (.notMergePatch, "A file is a JSON Patch where a merge patch (RFC 7396) is asked for."),
    (.differencesSkipped, "The profile leaves differences out, and none may be left out."),
  ]
}
