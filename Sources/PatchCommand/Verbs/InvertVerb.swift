import JSONPatching
import PatchProfiles

/// `jpatch invert`: makes the patch that takes another patch back.
enum InvertVerb {
  static func perform(_ arguments: Arguments, _ context: Context) throws(Failure) -> Outcome {
    var choice = try ProfileChoice(arguments, context)
    let hidesText = choice.hidesText
    let inputs = try context.read(
      [arguments.words[0], arguments[.document] ?? "-"], for: arguments)
    let document = try inputs[1].document(context, arguments.limits, hidesText: hidesText)
    try choice.decide(by: document, arguments)
    let draft = try inputs[0].draft(context, arguments.limits, for: choice)
    let result = try ApplyVerb.apply(
      draft, to: document, inputs[0], by: choice.profile, arguments, context)
    let patch = JSONPatch(draft.entries.compactMap(\.operation))
    let own = ownTests(of: patch, thatHoldFor: result, arguments)
    var inverse = JSONPatch.composed([
      own, try inverse(of: patch, on: document, by: choice.profile, arguments),
    ])
    if let profile = choice.profile {
      inverse = profile.concealing.leavingOutSecretTests(inverse, of: [document, result])
    }
    for document in [document, result] {
      let secrets = choice.profile?.judge(PatchDraft(inverse), on: document).secrets
      try Redaction(secrets ?? Secrets()).checkExposure(of: inverse.json, doing: inverse)
    }
    let produced = ProducedPatch(inverse, named: "the inverse")
    var talk = choice.remark(context.talk)
    if inverse.contains(where: \.isVersionTest) {
      talk += context.talk.remark(
        "note:", .faint,
        "LaunchDarkly raises the version on every update: drop its test or read the resource "
          + "again before undoing.")
    }
    var remarks = talk.map { $0 + "\n" }.joined()
    if let profile = choice.profile {
      remarks += try produced.judge(on: result, by: profile, arguments, context)
    }
    return Outcome(
      .success, output: produced.input.bytes, talk: arguments.has(.quiet) ? "" : remarks)
  }

  private static func inverse(
    of patch: JSONPatch, on document: JSON, by profile: PatchProfile?, _ arguments: Arguments
  ) throws(Failure) -> JSONPatch {
    do {
      // A server gives no meaning to the order of members, and its rules may not let them be written again.
      return try patch.inverted(
        on: document, tests: arguments[.inverseGuards]?.hasSameBytes(as: "values") == true,
        restoringMemberOrder: profile == nil && !arguments.has(.anyOrder),
        limits: arguments.limits)
    } catch {
      throw Failure(.refused, error.code, error.message.visible)
    }
  }

  /// The tests of a patch that hold after it as well.
  private static func ownTests(
    of patch: JSONPatch, thatHoldFor result: JSON, _ arguments: Arguments
  ) -> JSONPatch {
    guard arguments[.inverseGuards]?.hasSameBytes(as: "none") != true else { return [] }
    return JSONPatch(
      patch.filter { operation in
        operation.kind == .test && result[operation.path].map { $0 == operation.value } ?? false
      })
  }
}

extension JSONPatch.Operation {
  /// The operation requires a version of the whole resource.
  fileprivate var isVersionTest: Bool {
    kind == .test && [JSONPointer("/version"), "/_version"].contains(path)
  }
}

extension PatchProfile {
  /// A patch without the tests of secrets, which the API shows to nobody.
  fileprivate func leavingOutSecretTests(
    _ patch: JSONPatch, of documents: [JSON]
  ) -> JSONPatch {
    let places = documents.flatMap(sensitivePointers)
    let secrets = documents.map(secrets(of:))
    return JSONPatch(
      patch.filter { operation in
        guard operation.kind == .test, let value = operation.value else { return true }
        let isPlace = places.contains {
          $0.isPrefix(of: operation.path) || operation.path.isPrefix(of: $0)
        }
        return !isPlace && secrets.allSatisfy { $0.masked(value) == value }
      })
  }
}
